import { Secret, TOTP } from "otpauth";
import { expect, test } from "vitest";
import { newKey } from "../vault/keys";
import { qrPath } from "./qr";
import { offerOf, stepOfCode } from "./time-code";

const key = newKey();
const at = new Date("2026-11-26T10:00:10Z");
const step = Math.floor(at.getTime() / 30_000);
/** The code as an app makes it from what it was told. */
const codeAt = (seconds: number) => (URL.parse(offerOf(key, "a@b.tld").uri) ? new TOTP({ secret: Secret.fromBase32(offerOf(key, "").secret.replaceAll(" ", "")) }).generate({ timestamp: at.getTime() + seconds * 1000 }) : "");

test.each([
  ["now", 0, 0],
  ["thirty seconds ago", -30, -1],
  ["in thirty seconds", 30, 1],
])("AU2: the code of %s is one of its step", (_when, seconds, delta) => expect(stepOfCode(key, codeAt(seconds), at)).toBe(step + delta));

test.each([-60, -90, 60, 90])("AU2: that of %i seconds away is none", (seconds) => expect(stepOfCode(key, codeAt(seconds), at)).toBeNull());

test("another key's, or what is no six digits, is none", () => {
  expect(stepOfCode(newKey(), codeAt(0), at)).toBeNull();
  for (const text of ["", "12345", "1234567", "abcdef", `${codeAt(0)} `, "１２３４５６"]) expect(stepOfCode(key, text, at), text).toBeNull();
});

test("the app is told the secret, for whom and by whom; 160 bits, the same each time, another for another key", () => {
  const { secret, uri } = offerOf(key, "claire@example.org");
  expect(secret).toMatch(/^([A-Z2-7]{4} ){7}[A-Z2-7]{4}$/);
  const url = new URL(uri);
  expect([url.protocol, url.host, decodeURIComponent(url.pathname)]).toEqual(["otpauth:", "totp", "/Rightsdesk:claire@example.org"]);
  expect(Object.fromEntries(url.searchParams)).toMatchObject({ issuer: "Rightsdesk", secret: secret.replaceAll(" ", ""), digits: "6", period: "30", algorithm: "SHA1" });
  expect(offerOf(key, "").secret).toBe(secret);
  expect(offerOf(newKey(), "").secret).not.toBe(secret);
});

test("the QR code is a picture of its own, with its margin: dark where a finder pattern is, light around", () => {
  const { size, path } = qrPath(offerOf(key, "claire@example.org").uri);
  expect(path).toMatch(/^(M\d+ \d+h\d+v1h-\d+z)+$/);
  const dark = new Set([...path.matchAll(/M(\d+) (\d+)h(\d+)/g)].flatMap(([, x, y, run]) => Array.from({ length: Number(run) }, (_, index) => `${Number(x) + index},${y}`)));
  const row = (y: number, from: number) => Array.from({ length: 7 }, (_, index) => (dark.has(`${from + index},${y}`) ? "#" : ".")).join("");
  for (const [x, y] of [[4, 4], [size - 11, 4], [4, size - 11]] as const) expect([row(y, x), row(y + 1, x), row(y + 3, x)]).toEqual(["#######", "#.....#", "#.###.#"]);
  expect([...dark].filter((at) => at.split(",").some((part) => Number(part) < 4 || Number(part) >= size - 4))).toEqual([]);
});
