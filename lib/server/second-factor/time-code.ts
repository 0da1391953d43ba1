import "server-only";
import { Secret, TOTP } from "otpauth";
import { derive } from "../vault/keys";

/* Codes of an authenticator app. Source: RFC 6238, https://www.rfc-editor.org/rfc/rfc6238 */
const issuer = "Rightsdesk";
const period = 30;

/**
 * The 30-second step whose code this is, or null: the step of `at`, the one before or the one after, for clocks that differ.
 * Not whether it was used: that is the row's `lastStep`. security.md AU2.
 */
export function stepOfCode(key: Buffer, code: string, at: Date): number | null {
  if (!/^\d{6}$/.test(code)) return null;
  const delta = appOf(key).validate({ token: code, timestamp: at.getTime(), window: 1 });
  return delta === null ? null : Math.floor(at.getTime() / 1000 / period) + delta;
}

/** What the app is told, by its camera (`uri`) or by hand (`secret`, base32 in groups of four). */
export function offerOf(key: Buffer, account: string): { secret: string; uri: string } {
  const app = appOf(key, account);
  return { secret: app.secret.base32.replace(/.{4}(?=.)/g, "$& "), uri: app.toString() };
}

function appOf(key: Buffer, label = ""): TOTP {
  const bytes = new Uint8Array(derive(key, "totp").subarray(0, 20));
  return new TOTP({ issuer, label, secret: new Secret({ buffer: bytes.buffer }), algorithm: "SHA1", digits: 6, period });
}
