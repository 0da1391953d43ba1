import type { Role } from "./permissions";

/** Roles that see everything or say who may: never by a password alone. security.md AU1. */
const alwaysTwo: readonly Role[] = ["dpo", "administrator"];

/** Must somebody of these roles have a second factor? `isForAll`: what the administrator has set. */
export function mustHaveFactor(held: readonly string[], isForAll: boolean): boolean {
  return isForAll || alwaysTwo.some((role) => held.includes(role));
}
