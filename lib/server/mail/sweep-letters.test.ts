import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, symlinkSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";

const id = "00000000-0000-4000-8000-00000000000";
let dataDir = "";
const there = () => readdirSync(join(dataDir, "mail")).toSorted();
const hoursAgo = (hours: number) => new Date(Date.now() - hours * 3_600_000);

/** The environment is read once; each test gets its own. */
async function mailsOf(smtpUrl: string | undefined) {
  vi.resetModules();
  for (const [name, value] of Object.entries({ DATA_DIR: dataDir, SMTP_URL: smtpUrl, DATABASE_URL: undefined })) vi.stubEnv(name, value);
  const [{ writeMailFile }, { sweepLetters }] = await Promise.all([import("./mail-file"), import("./sweep-letters")]);
  return { writeMailFile, sweepLetters };
}

/** As old as that, and as the mail folder has it. */
function age(name: string, hours: number): void {
  utimesSync(join(dataDir, "mail", name), hoursAgo(hours), hoursAgo(hours));
}

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), "letters-test-"));
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(dataDir, { recursive: true });
});

test("letters older than a day go, also half written ones; those of today and what is not ours stay", async () => {
  const { writeMailFile, sweepLetters } = await mailsOf(undefined);
  expect(await sweepLetters(hoursAgo(24)), "no folder yet").toBe(0);
  for (const name of [`${id}1.receipt`, `${id}2.follow-code`, `412.1.password-link`]) await writeMailFile(name, { to: "camille@exemple.fr", text: "048 213" });
  writeFileSync(join(dataDir, "mail", `${id}3.receipt.eml.part`), "half");
  for (const name of ["notes.txt", "mine.eml", `${id}4.receipt.eml.bak`]) writeFileSync(join(dataDir, "mail", name), "theirs");
  mkdirSync(join(dataDir, "mail", `${id}5.receipt.eml`));
  writeFileSync(join(dataDir, "elsewhere"), "theirs");
  symlinkSync(join(dataDir, "elsewhere"), join(dataDir, "mail", `${id}6.receipt.eml`));
  for (const name of there()) age(name, 25);
  age(`${id}2.follow-code.eml`, 23);
  expect(await sweepLetters(hoursAgo(24))).toBe(3);
  expect(there()).toEqual([`${id}2.follow-code.eml`, `${id}4.receipt.eml.bak`, `${id}5.receipt.eml`, `${id}6.receipt.eml`, "mine.eml", "notes.txt"].toSorted());
});

test("nobody else on the machine reads a letter", async () => {
  const { writeMailFile } = await mailsOf(undefined);
  await writeMailFile(`${id}1.receipt`, { to: "camille@exemple.fr", text: "048 213" });
  expect([statSync(join(dataDir, "mail")).mode & 0o777, statSync(join(dataDir, "mail", `${id}1.receipt.eml`)).mode & 0o777]).toEqual([0o700, 0o600]);
});

test("what is left from trying goes also once there is a mail server", async () => {
  const { sweepLetters } = await mailsOf("smtp://127.0.0.1:2525");
  mkdirSync(join(dataDir, "mail"));
  writeFileSync(join(dataDir, "mail", `${id}1.receipt.eml`), "");
  age(`${id}1.receipt.eml`, 48);
  expect(await sweepLetters(hoursAgo(24))).toBe(1);
  expect(there()).toEqual([]);
});
