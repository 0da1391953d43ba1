import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parseEnv } from "./env";
import { readOrCreateSecret } from "./secret-file";

function parsed(record: Record<string, string>) {
  const result = parseEnv(record);
  if ("errors" in result) throw new Error(result.errors.join("; "));
  return result.env;
}

test("an empty environment is enough", () => {
  expect(parsed({})).toMatchObject({
    port: 3000, publicUrl: "http://localhost:3000", databaseUrl: undefined, smtpUrl: undefined,
    controllerTimeZone: "Europe/Paris", holidayCalendar: "FR", storage: { kind: "file" }, officeAdmin: undefined,
  });
  expect(parsed({}).controller.name).toBe("OPTIMAREST SAS");
});

test("an empty variable is an absent one, and the public address follows the port", () => {
  expect(parsed({ PORT: "8080", PUBLIC_URL: "", VAULT_KEY: " " })).toMatchObject({ publicUrl: "http://localhost:8080", vaultKey: undefined });
});

test("a folder is taken from a file: address with or without slashes", () => {
  expect(parsed({ STORAGE_URL: "file:/srv/vault" }).storage.dir).toBe("/srv/vault");
  expect(parsed({ STORAGE_URL: "file:///srv/vault" }).storage.dir).toBe("/srv/vault");
});

test("an antivirus is a port or a socket, and absent by default", () => {
  expect(parsed({}).clamd).toBeUndefined();
  expect(parsed({ CLAMD_URL: "tcp://scanner.internal:3310" }).clamd).toEqual({ host: "scanner.internal", port: 3310 });
  expect(parsed({ CLAMD_URL: "tcp://[::1]:3310" }).clamd).toEqual({ host: "::1", port: 3310 });
  for (const url of ["unix:/run/clamav/clamd.ctl", "unix:///run/clamav/clamd.ctl"]) expect(parsed({ CLAMD_URL: url }).clamd).toEqual({ path: "/run/clamav/clamd.ctl" });
});

const bytes31 = Buffer.from("abcdefghijklmnopqrstuvwxyz01234").toString("base64");

test.each([
  ["PORT", "70000"], ["PORT", "http"], ["PUBLIC_URL", "canary.tld"], ["PUBLIC_URL", "https://a.tld/path"], ["PUBLIC_URL", "http://a.tld"],
  ["DATABASE_URL", "mysql://canary@x/y"], ["SMTP_URL", "http://canary"], ["MAIL_FROM", "a@b.tld\r\nBcc: canary@x.tld"], ["MAIL_FROM", "canary"],
  ["VAULT_KEY", "changeme"], ["VAULT_KEY", bytes31], ["VAULT_KEY", Buffer.alloc(32).toString("base64")],
  ["NEXTAUTH_SECRET", "changeme"], ["NEXTAUTH_SECRET", "changeme-changeme-changeme-changeme"], ["NEXTAUTH_SECRET", "abcdefghijklmnopqrstuvwxyz01234"], ["NEXTAUTH_SECRET", "a".repeat(64)],
  ["NEXT_SERVER_ACTIONS_ENCRYPTION_KEY", "canary"], ["STORAGE_URL", "s3://canary"], ["STORAGE_URL", "canary"],
  ["CLAMD_URL", "canary"], ["CLAMD_URL", "tcp://canary"], ["CLAMD_URL", "tcp://canary:3310/x"], ["CLAMD_URL", "unix:canary"], ["CLAMD_URL", "http://canary:3310"],
  ["CONTROLLER_TIME_ZONE", "Mars/Canary"], ["HOLIDAY_CALENDAR", "DE"], ["OFFICE_ADMIN_EMAIL", "canary"], ["OFFICE_ADMIN_PASSWORD", "short"], ["DPO_EMAIL", "canary"],
])("%s = %j is refused in one line that names the variable and not the value", (name, value) => {
  const both = name.startsWith("OFFICE_ADMIN") ? { OFFICE_ADMIN_EMAIL: "a@b.tld", OFFICE_ADMIN_PASSWORD: "a long enough one" } : {};
  const result = parseEnv({ ...both, [name]: value });
  const errors = "errors" in result ? result.errors : [];
  expect(errors).toHaveLength(1);
  expect(errors[0]).toMatch(new RegExp(`^${name} [^\n]+$`));
  expect(errors[0]).not.toContain(value);
});

test("the first administrator's two variables go together", () => {
  expect(parseEnv({ OFFICE_ADMIN_EMAIL: "a@b.tld" })).toHaveProperty("errors");
  expect(parsed({ OFFICE_ADMIN_EMAIL: "a@b.tld", OFFICE_ADMIN_PASSWORD: "quite-a-long-one" }).officeAdmin).toEqual({ email: "a@b.tld", password: "quite-a-long-one" });
});

test("a secret is drawn once, for its owner only, even by several processes at once", () => {
  const dir = mkdtempSync(join(tmpdir(), "rightsdesk-secret-"));
  const first = readOrCreateSecret(join(dir, "data"), "key");
  expect(first.isNew).toBe(true);
  expect(Buffer.from(first.value, "base64")).toHaveLength(32);
  expect(readOrCreateSecret(join(dir, "data"), "key")).toEqual({ value: first.value, isNew: false });
  expect(statSync(join(dir, "data", "key")).mode & 0o777).toBe(0o600);
  expect(readFileSync(join(dir, "data", "key"), "utf8").trim()).toBe(first.value);
  rmSync(dir, { recursive: true });
});

test("unset secrets, changeme and 31 bytes never let a process start", () => {
  const script = 'import { env } from "./lib/server/env.ts"; try { env() } catch (error) { console.error(error.message); process.exit(1) }';
  const run = () => execFileSync(process.execPath, ["--conditions=react-server", "--import", "tsx", "--input-type=module", "-e", script], { env: { ...process.env, VAULT_KEY: bytes31 }, stdio: "pipe" });
  expect(run).toThrow(/VAULT_KEY must be 32 random bytes/);
});
