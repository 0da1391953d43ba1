import "server-only";
import * as oidc from "openid-client";
import { now } from "../clock";
import { env } from "../env";
import type { Oidc } from "../env-oidc";

/** The provider does not answer, or not as one: nothing of what it says is told. */
export class ProviderAway extends Error {}

/** Where the provider sends people back to. */
export const backPath = "/api/sign-on/back";
export const redirectUri = () => `${env().publicUrl}${backPath}`;

const lifetimeMs = 6 * 3_600_000;
let known: { until: number; configuration: Promise<oidc.Configuration> } | undefined;

/** The provider's own description, asked once in six hours; what failed is asked again. @throws ProviderAway */
export function provider(settings: Oidc): Promise<oidc.Configuration> {
  const at = now().getTime();
  if (known && known.until > at) return known.configuration;
  const configuration = describe(settings);
  known = { until: at + lifetimeMs, configuration };
  configuration.catch(() => { known = undefined; });
  return configuration;
}

async function describe({ issuer, clientId, clientSecret }: Oidc): Promise<oidc.Configuration> {
  const execute = [oidc.enableNonRepudiationChecks, ...(issuer.startsWith("http:") ? [oidc.allowInsecureRequests] : [])];
  try {
    const configuration = await oidc.discovery(new URL(issuer), clientId, { client_secret: clientSecret }, byHeader(clientSecret), { execute, timeout: 10 });
    // The library lets a directory of many companies pass as one of them; whoever is in any would be ours.
    if (configuration.serverMetadata().issuer.replace(/\/$/, "") !== issuer.replace(/\/$/, "")) throw new ProviderAway();
    return configuration;
  } catch {
    throw new ProviderAway();
  }
}

/** The secret in the header, as every provider must take it unless it says otherwise. */
function byHeader(clientSecret: string): oidc.ClientAuth {
  const [basic, post] = [oidc.ClientSecretBasic(clientSecret), oidc.ClientSecretPost(clientSecret)];
  return (server, client, body, headers) => {
    const ways = server.token_endpoint_auth_methods_supported ?? ["client_secret_basic"];
    return (ways.includes("client_secret_basic") ? basic : post)(server, client, body, headers);
  };
}

/** What was drawn for one visit to the provider. */
export type Drawn = { state: string; nonce: string; verifier: string };

export function draw(): Drawn {
  return { state: oidc.randomState(), nonce: oidc.randomNonce(), verifier: oidc.randomPKCECodeVerifier() };
}

/** The provider's page. `isAnew`: they sign in there again, whatever it remembers. @throws ProviderAway */
export async function addressThere(settings: Oidc, { state, nonce, verifier }: Drawn, isAnew: boolean): Promise<string> {
  const asked = {
    redirect_uri: redirectUri(),
    scope: settings.scope,
    state,
    nonce,
    code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
    code_challenge_method: "S256",
    ...(settings.acr.length > 0 ? { acr_values: settings.acr.join(" ") } : {}),
    ...(isAnew ? { prompt: "login", max_age: "0" } : {}),
  };
  return oidc.buildAuthorizationUrl(await provider(settings), asked).href;
}

/**
 * What the provider says of them: the claims of its signed token, issuer, audience, nonce and times checked, and of its page about them where the token
 * does not name their roles or address. The tokens themselves end here. `query`: what it sent back. Throws whatever was wrong.
 */
export async function claimsBehind(settings: Oidc, query: string, { state, nonce, verifier }: Drawn): Promise<Record<string, unknown>> {
  const configuration = await provider(settings);
  const checks = { expectedState: state, expectedNonce: nonce, pkceCodeVerifier: verifier, idTokenExpected: true };
  const tokens = await oidc.authorizationCodeGrant(configuration, new URL(`${redirectUri()}${query}`), checks);
  const claims: Record<string, unknown> & { sub: string } = { ...tokens.claims()! };
  const isComplete = Object.hasOwn(claims, "email") && Object.hasOwn(claims, settings.rolesClaim.split(".")[0]!);
  if (isComplete || !configuration.serverMetadata().userinfo_endpoint) return claims;
  return { ...(await oidc.fetchUserInfo(configuration, tokens.access_token, claims.sub)), ...claims };
}
