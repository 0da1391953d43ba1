import { setTimeout as sleep } from "node:timers/promises";
import { Secret, TOTP } from "otpauth";

const periodMs = 30_000;
const used = new Map<string, number>();

/** The code of an authenticator app at a moment. `secret`: as a page shows it. */
export function codeAt(secret: string, at: number): string {
  return new TOTP({ secret: Secret.fromBase32(secret.replaceAll(" ", "")) }).generate({ timestamp: at });
}

/** The next code this secret has not been asked for in this process, since each counts once; waits for its time if need be. */
export async function nextCode(secret: string): Promise<string> {
  const step = () => Math.floor(Date.now() / periodMs);
  const next = Math.max(step(), (used.get(secret) ?? 0) + 1);
  used.set(secret, next);
  while (next > step() + 1) await sleep(250);
  return codeAt(secret, next * periodMs);
}
