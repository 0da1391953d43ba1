import "server-only";
import { createHmac, timingSafeEqual } from "node:crypto";
import { env } from "./env";

/** The cookie of a browser somebody was let in with before. Lax: it tells nothing but that, and comes along from the company's own sign-in. */
export const deviceCookie = { name: "__Host-device", options: { httpOnly: true, secure: true, sameSite: "lax" as const, path: "/", maxAge: 180 * 86_400 } };

/** Whose device it is, and since when devices count. */
type Owner = { id: string; deviceVersion: number };

/**
 * What that cookie holds for a member of staff. It ends with `forgottenDevices`, as it may lie in hands that are not theirs: with
 * another password, another second factor, another company account, and with the sessions they end. security.md AU5, AU13.
 */
export function deviceProof({ id, deviceVersion }: Owner): string {
  return createHmac("sha256", env().nextauthSecret).update(`device:${id}:${deviceVersion}`).digest("base64url");
}

/** Is it theirs? */
export function isDeviceOf(owner: Owner, device: string | null): boolean {
  const proof = Buffer.from(deviceProof(owner));
  const given = Buffer.from(device ?? "");
  return given.length === proof.length && timingSafeEqual(given, proof);
}

/** Of their row: every device is a new one again. */
export const forgottenDevices = { deviceVersion: { increment: 1 } } as const;

const browsers = [["Edge", /\bEdg(?:e|A|iOS)?\//], ["Opera", /\bOPR\//], ["Firefox", /\b(?:Firefox|FxiOS)\//], ["Chrome", /\b(?:Chrome|Chromium|CriOS)\//], ["Safari", /\bSafari\//]] as const;
const systems = [["iPhone", /\biPhone\b/], ["iPad", /\biPad\b/], ["Android", /\bAndroid\b/], ["Windows", /\bWindows\b/], ["macOS", /\bMacintosh\b/], ["Linux", /\b(?:Linux|X11)\b/]] as const;

/**
 * "Firefox, Windows": by which somebody recognises their own session. Two words of closed lists, never a version or a model,
 * so that nobody is told apart by it; null for a browser that is none of them.
 */
export function deviceWords(userAgent: string | null): string | null {
  const text = (userAgent ?? "").slice(0, 500);
  const words = [browsers, systems].map((list) => list.find(([, pattern]) => pattern.test(text))?.[0]).filter(Boolean);
  return words.length === 0 ? null : words.join(", ");
}
