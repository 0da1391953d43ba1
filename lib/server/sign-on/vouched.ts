import "server-only";
import { z } from "zod";
import type { Role } from "@/lib/access/permissions";
import { hasTwoFactors, rolesOf, wordsOf } from "@/lib/access/sign-on";
import type { Oidc } from "../env-oidc";

/** What we believe of what the provider says. */
export type Vouched = {
  issuer: string;
  subject: string;
  /** In lower case; only if the provider says that it is verified. */
  email: string | null;
  name: string | null;
  roles: Role[];
  twoFactors: boolean;
  /** When they signed in there, if it says so. */
  authAt: Date | null;
};

const address = z.email().max(254);
const lineOf = (value: unknown) => (typeof value === "string" ? value.normalize("NFC").replace(/[\p{C}\s]+/gu, " ").trim().slice(0, 100) : "");

/** Reads the claims of a checked answer; null without a usable subject. */
export function vouchedBy(claims: Record<string, unknown>, settings: Oidc): Vouched | null {
  const { sub, email, email_verified: isVerified, name, auth_time: authTime } = claims;
  if (typeof sub !== "string" || !/^[\u0020-\u007e]{1,255}$/.test(sub)) return null;
  const parsed = isVerified === true ? address.safeParse(email) : null;
  return {
    issuer: settings.issuer,
    subject: sub,
    email: parsed?.data?.toLowerCase() ?? null,
    name: lineOf(name) || null,
    roles: rolesOf(wordsOf(claims, settings.rolesClaim), settings.roles),
    twoFactors: hasTwoFactors(claims, settings),
    authAt: typeof authTime === "number" && Number.isSafeInteger(authTime) && authTime > 0 ? new Date(authTime * 1000) : null,
  };
}
