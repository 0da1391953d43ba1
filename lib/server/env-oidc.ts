/** The variables of single sign-on: who vouches for our staff, and which of their words mean which of our roles. */
import "server-only";
import { z } from "zod";
import { type RoleWord, roleWords } from "@/lib/access/sign-on";
import { loopbackHosts } from "./storage-url";

export type Oidc = {
  /** Exactly as the provider writes it into its tokens. */
  issuer: string;
  clientId: string;
  clientSecret: string;
  scope: string;
  rolesClaim: string;
  roles: readonly RoleWord[];
  /** What the provider must say of how somebody signed in for it to count as two factors; both empty: it never does. */
  acr: readonly string[];
  amr: readonly string[];
  isCreating: boolean;
  /** Passwords are the break-glass account's alone. */
  isOnly: boolean;
};

const issuer = z.string().refine((value) => {
  const url = URL.parse(value);
  if (!url || url.search + url.hash + url.username + url.password !== "") return false;
  return url.protocol === "https:" || (url.protocol === "http:" && loopbackHosts.includes(url.hostname));
}, "must be the https:// address the provider calls itself by (http:// is only for this machine itself)");

const printable = (maximum: number) => z.string().regex(/^[\u0020-\u007e]+$/, "must be plain characters").max(maximum, `must have at most ${maximum} characters`);
const words = printable(500).transform((value) => value.split(/[\s,]+/).filter(Boolean));
const isYes = z.enum(["0", "1"], "must be 1 or 0").transform((value) => value === "1");

const roles = z.string().max(5_000, "must have at most 5000 characters").transform((value, context) => {
  const read = roleWords(value);
  if (read) return read;
  context.addIssue("must look like dpo:privacy-office,agent:customer-care, with roles among agent, dpo, administrator, auditor");
  return z.NEVER;
});

export const oidcFields = {
  OIDC_ISSUER: issuer.optional(),
  OIDC_CLIENT_ID: printable(500).optional(),
  OIDC_CLIENT_SECRET: printable(1_000).refine((value) => value.length >= 16, "must have at least 16 characters").refine((value) => !/changeme|change-me|change_me/i.test(value), "must not be an example").optional(),
  OIDC_SCOPE: printable(500).refine((value) => value.split(" ").includes("openid"), "must hold openid").optional(),
  OIDC_ROLES_CLAIM: printable(200).optional(),
  OIDC_ROLES: roles.optional(),
  OIDC_ACR: words.optional(),
  OIDC_AMR: words.optional(),
  OIDC_CREATE: isYes.optional(),
  OIDC_ONLY: isYes.optional(),
};
const oidcSchema = z.object(oidcFields);

const needed = ["OIDC_CLIENT_ID", "OIDC_CLIENT_SECRET", "OIDC_ROLES"] as const;

/** What is missing, or of no use: a line each. `given`: every variable that is not empty. */
export function oidcProblems(given: Record<string, string | undefined>): string[] {
  const names = Object.keys(oidcFields).filter((name) => given[name] !== undefined);
  if (given.OIDC_ISSUER === undefined) return names.map((name) => `${name} is of no use without OIDC_ISSUER`);
  const missing: string[] = needed.filter((name) => given[name] === undefined).map((name) => `${name} must be given with OIDC_ISSUER`);
  if (given.OIDC_ONLY === "1" && given.OFFICE_ADMIN_EMAIL === undefined) missing.push("OIDC_ONLY must go with OFFICE_ADMIN_EMAIL and OFFICE_ADMIN_PASSWORD, the way in when the provider is away");
  return missing;
}

/** Single sign-on as it is set, or undefined. */
export function oidcOf(raw: z.output<typeof oidcSchema>): Oidc | undefined {
  const { OIDC_ISSUER: at, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret, OIDC_ROLES: mapped } = raw;
  if (at === undefined || clientId === undefined || clientSecret === undefined || mapped === undefined) return undefined;
  return {
    issuer: at,
    clientId,
    clientSecret,
    scope: raw.OIDC_SCOPE ?? "openid email profile",
    rolesClaim: raw.OIDC_ROLES_CLAIM ?? "groups",
    roles: mapped,
    acr: raw.OIDC_ACR ?? [],
    amr: raw.OIDC_AMR ?? [],
    isCreating: raw.OIDC_CREATE ?? false,
    isOnly: raw.OIDC_ONLY ?? false,
  };
}
