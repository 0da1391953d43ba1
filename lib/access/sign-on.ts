import { type Role, roles } from "./permissions";

/** A word of the company's directory, and the role it stands for here. */
export type RoleWord = { role: Role; word: string };

/** Reads `dpo:privacy-office,agent:customer-care`; null when it cannot be read. A word may hold anything but a comma. */
export function roleWords(text: string): RoleWord[] | null {
  const pairs = text.split(",").map((part) => {
    const at = part.indexOf(":");
    const [role, word] = [part.slice(0, at).trim(), part.slice(at + 1).trim()];
    return at > 0 && word !== "" && roles.includes(role as Role) ? { role: role as Role, word } : null;
  });
  return pairs.includes(null) ? null : (pairs as RoleWord[]);
}

/** The roles somebody has here by what their provider says of them, in the order of our list. Words are compared letter by letter. */
export function rolesOf(said: readonly string[], mapped: readonly RoleWord[]): Role[] {
  return roles.filter((role) => mapped.some((pair) => pair.role === role && said.includes(pair.word)));
}

/**
 * The words in a claim: a text or a list of texts. `name` is looked for as it stands (it may be an address), else as a path:
 * `realm_access.roles`.
 */
export function wordsOf(claims: Record<string, unknown>, name: string): string[] {
  const value = Object.hasOwn(claims, name) ? claims[name] : name.split(".").reduce<unknown>((at, part) => (isRecord(at) && Object.hasOwn(at, part) ? at[part] : undefined), claims);
  return (Array.isArray(value) ? value : [value]).filter((one) => typeof one === "string");
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/**
 * Does what the provider says of how somebody signed in count as two factors? Only if something was asked for, and all of it is
 * there: one of the `acr` asked for, one of the `amr` asked for.
 */
export function hasTwoFactors(said: { acr?: unknown; amr?: unknown }, asked: { acr: readonly string[]; amr: readonly string[] }): boolean {
  if (asked.acr.length === 0 && asked.amr.length === 0) return false;
  const amr: unknown[] = Array.isArray(said.amr) ? said.amr : [];
  return (asked.acr.length === 0 || asked.acr.some((one) => one === said.acr)) && (asked.amr.length === 0 || asked.amr.some((one) => amr.includes(one)));
}

/** Why single sign-on opened nothing. */
export const signOnRefusals = ["failed", "away", "no-role", "unknown", "unverified", "other-account", "disabled", "break-glass", "not-fresh"] as const;
export type SignOnRefusal = (typeof signOnRefusals)[number];
