import { generateKeyPairSync, randomUUID } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import Provider from "oidc-provider";
import { home, origin } from "./run";

/** Somebody as the company's directory knows them. */
export type CompanyAccount = { email: string; email_verified?: boolean; name?: string; groups: string[] };

const folder = join(home, "company");
const clientId = "rightsdesk";
const clientSecret = randomUUID();

/** Words of the directory that stand for a role of ours. */
export const companyGroups = { agent: "customer-care", dpo: "privacy-office", auditor: "audit" } as const;

const signInPath = "/sign-in/";
const signInPage = `<!doctype html><html lang="fr"><title>Company</title><link rel="icon" href="data:,"><form method="post"><label>Company name <input name="login"></label><button>Sign in to the company</button></form></html>`;

/** Adds somebody to the directory, or changes them; they sign in there by this name. */
export function setCompanyAccount(name: string, account: CompanyAccount): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${name}.json`), JSON.stringify({ email_verified: true, ...account }));
}

/** A real OpenID Connect provider on loopback, another site than the product's, and what the product is to be told of it. */
export async function startCompany(): Promise<{ env: Record<string, string>; close: () => Promise<void> }> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const issuer = `http://127.0.0.1:${(server.address() as { port: number }).port}`;
  const provider: Provider = new Provider(issuer, {
    clients: [{ client_id: clientId, client_secret: clientSecret, redirect_uris: [`${origin}/api/sign-on/back`], response_types: ["code"], grant_types: ["authorization_code"] }],
    cookies: { keys: [randomUUID()] },
    jwks: { keys: [generateKeyPairSync("rsa", { modulusLength: 2048 }).privateKey.export({ format: "jwk" })] },
    ttl: { AccessToken: 600, Grant: 600, IdToken: 600, Interaction: 600, Session: 600 },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_: unknown, { uid }: { uid: string }) => `${signInPath}${uid}` },
    claims: { openid: ["sub"], email: ["email", "email_verified"], profile: ["name", "groups"] },
    pkce: { required: () => true },
    findAccount: (_: unknown, accountId: string) => ({ accountId, claims: () => ({ sub: accountId, ...(JSON.parse(readFileSync(join(folder, `${accountId}.json`), "utf8")) as CompanyAccount) }) }),
    // Nobody is asked whether we may know who they are: the company has said so.
    loadExistingGrant: async ({ oidc }: { oidc: { session: { accountId: string } } }) => {
      const grant = new provider.Grant({ clientId, accountId: oidc.session.accountId });
      grant.addOIDCScope("openid email profile");
      await grant.save();
      return grant;
    },
  });
  const answer = provider.callback();
  server.on("request", async (request, response) => {
    if (!request.url?.startsWith(signInPath)) return answer(request, response);
    if (request.method !== "POST") return response.setHeader("content-type", "text/html").end(signInPage);
    const accountId = new URLSearchParams(await text(request)).get("login") ?? "";
    return provider.interactionFinished(request, response, { login: { accountId } });
  });
  return {
    env: {
      OIDC_ISSUER: issuer,
      OIDC_CLIENT_ID: clientId,
      OIDC_CLIENT_SECRET: clientSecret,
      OIDC_ROLES: Object.entries(companyGroups).map(([role, word]) => `${role}:${word}`).join(","),
    },
    close: () => new Promise((done) => {
      server.close(() => done());
      server.closeAllConnections();
    }),
  };
}
