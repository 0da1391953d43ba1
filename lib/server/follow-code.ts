import "server-only";
import { createHmac, hkdfSync, timingSafeEqual } from "node:crypto";
import { env } from "./env";

/**
 * The six digits that go with a `FollowCode` row. They are derived from its id under a key of this server and stored
 * nowhere: a copy of the database opens nobody's space.
 */
export function codeOf(followCodeId: string): string {
  const key = Buffer.from(hkdfSync("sha256", env().nextauthSecret, "", "rightsdesk.follow-code", 32));
  const mac = createHmac("sha256", key).update(followCodeId, "utf8").digest();
  // 64 bits modulo a million: the bias is below one in 10^13.
  return String(mac.readBigUInt64BE(0) % 1_000_000n).padStart(6, "0");
}

/** Is this the code? Spaces are forgiven, anything but six digits is wrong. Constant time. */
export function verify(followCodeId: string, typed: string): boolean {
  const digits = typed.slice(0, 20).replace(/[\s.-]/g, "");
  const given = Buffer.from(/^\d{6}$/.test(digits) ? digits : "------", "ascii");
  return timingSafeEqual(given, Buffer.from(codeOf(followCodeId), "ascii"));
}
