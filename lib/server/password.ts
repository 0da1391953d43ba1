import "server-only";
import { hash, verify } from "@node-rs/argon2";
import { dictionary } from "@zxcvbn-ts/language-common";

/** OWASP's floor for Argon2id: 19 MiB, two passes, one lane. security.md AU4. */
const argon2id = 2;
const cost = { algorithm: argon2id, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;
const common = new Set(dictionary["passwords-common"].map((word) => word.toLowerCase()));
const passwordLength = { min: 12, max: 128 } as const;

export type PasswordProblem = "too-short" | "too-long" | "password-common";

/** Judged by length and by a list of common ones; no rules of composition. Null when it is good. */
export function passwordProblem(password: string): PasswordProblem | null {
  const length = Array.from(password.slice(0, 1000)).length;
  if (length < passwordLength.min) return "too-short";
  if (length > passwordLength.max) return "too-long";
  return isCommon(password) ? "password-common" : null;
}

/** In the list as it is, or once the digits, signs and years people add at the end are taken off: `Password1234`. */
function isCommon(password: string): boolean {
  const lower = password.toLowerCase();
  const stem = lower.replace(/[^a-z]{1,12}$/, "");
  return common.has(lower) || common.has(stem) || new Set(lower).size <= 2;
}

/** The argon2id text of a password, with its salt and costs. security.md AU4. */
export function hashPassword(password: string): Promise<string> {
  return hash(password, cost);
}

let nobody: Promise<string> | undefined;

/** Compares; for an unknown person against a hash of nobody's, so that both take the same time. security.md AU6. */
export async function isPassword(stored: string | null, password: string): Promise<boolean> {
  if (password.length > 1000) return false;
  nobody ??= hashPassword("nobody has this password");
  const right = await verify(stored ?? (await nobody), password).catch(() => false);
  return stored !== null && right;
}
