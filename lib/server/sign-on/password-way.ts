import "server-only";
import { env } from "../env";

type Member = { email: string; issuer: string | null };

/** The way in when the provider is away: the account of OFFICE_ADMIN_EMAIL. It is never bound to somebody of the provider. */
export function isBreakGlass(email: string): boolean {
  return env().officeAdmin?.email.toLowerCase() === email;
}

/** Is somebody bound to the provider that vouches now? To another, or while there is none, is as good as not bound. */
export function isBound({ issuer }: Pick<Member, "issuer">): boolean {
  return issuer !== null && issuer === env().oidc?.issuer;
}

/** Does a password of theirs open anything? Not of whom the provider vouches for, nor, under OIDC_ONLY, of anybody but the break-glass account. */
export function mayUsePassword(member: Member): boolean {
  if (isBreakGlass(member.email)) return true;
  return !isBound(member) && env().oidc?.isOnly !== true;
}
