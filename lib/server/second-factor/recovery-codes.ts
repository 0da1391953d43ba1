import "server-only";
import { randomBytes } from "node:crypto";
import type { Tx } from "../db";
import { keyed } from "../tokens";

const howMany = 10;
/** Crockford's base32: no letter that is taken for a digit. */
const letters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** Ten new ones in the place of all before, as `XXXX-XXXX-XXXX-XXXX`: 80 random bits each. Only keyed hashes are stored. */
export async function newRecoveryCodes(tx: Tx, staffId: string): Promise<string[]> {
  const codes = Array.from({ length: howMany }, () => [...randomBytes(16)].map((byte) => letters[byte % 32]).join(""));
  await tx.recoveryCode.deleteMany({ where: { staffId } });
  for (const code of codes) await tx.recoveryCode.create({ data: { staffId, hash: await hashOf(tx, staffId, code) } });
  return codes.map((code) => code.replace(/.{4}(?=.)/g, "$&-"));
}

/** Spends one, once. Typed in any case, with or without hyphens and spaces, O for 0, I or L for 1. */
export async function spendRecoveryCode(tx: Tx, staffId: string, typed: string, at: Date): Promise<boolean> {
  const code = plain(typed);
  if (!code) return false;
  const { count } = await tx.recoveryCode.updateMany({ where: { staffId, hash: await hashOf(tx, staffId, code), usedAt: null }, data: { usedAt: at } });
  return count === 1;
}

/** The sixteen letters of a recovery code, or null. */
function plain(typed: string): string | null {
  const code = typed.slice(0, 100).toUpperCase().replace(/[\s-]/g, "").replaceAll("O", "0").replace(/[IL]/g, "1");
  return /^[0-9A-HJKMNP-TV-Z]{16}$/.test(code) ? code : null;
}

function hashOf(tx: Tx, staffId: string, code: string): Promise<Uint8Array<ArrayBuffer>> {
  return keyed("recovery-code", `${staffId}|${code}`, tx);
}
