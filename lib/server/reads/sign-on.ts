import "server-only";
import { env } from "../env";

/** Which ways of signing in there are; the same for everybody. `isOnly`: passwords are the break-glass account's alone. */
export function signInWays(): { hasCompany: boolean; isOnly: boolean } {
  const { oidc } = env();
  return { hasCompany: oidc !== undefined, isOnly: oidc?.isOnly ?? false };
}
