import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parseEnv } from "./env";
import { isWhole } from "./env-fields";
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

test("how many processes serve the web is the machine's matter, unless somebody says it", () => {
  expect(parsed({}).webProcesses).toBeUndefined();
  expect(parsed({ WEB_PROCESSES: "1" }).webProcesses).toBe(1);
  expect(parsed({ WEB_PROCESSES: "12" }).webProcesses).toBe(12);
});

test("an empty variable is an absent one, and the public address follows the port", () => {
  expect(parsed({ PORT: "8080", PUBLIC_URL: "", VAULT_KEY: " " })).toMatchObject({ publicUrl: "http://localhost:8080", vaultKey: undefined });
});

test("a folder is taken from a file: address with or without slashes", () => {
  expect(parsed({ STORAGE_URL: "file:/srv/vault" }).storage).toEqual({ kind: "file", dir: "/srv/vault" });
  expect(parsed({ STORAGE_URL: "file:///srv/vault" }).storage).toEqual({ kind: "file", dir: "/srv/vault" });
});

const keys = { S3_ACCESS_KEY_ID: "GK31c2f218a2e4", S3_SECRET_ACCESS_KEY: "b892c0665f0ada8a4755dae98baa3b13" };

test("a bucket: with a folder or without, at Amazon or at an endpoint", () => {
  const s3 = { kind: "s3", accessKeyId: keys.S3_ACCESS_KEY_ID, secretAccessKey: keys.S3_SECRET_ACCESS_KEY };
  expect(parsed({ ...keys, STORAGE_URL: "s3://rights-vault?region=eu-west-3" }).storage).toEqual({ ...s3, bucket: "rights-vault", prefix: "", region: "eu-west-3", endpoint: undefined });
  expect(parsed({ ...keys, STORAGE_URL: "s3://rights.vault/prod/files/?endpoint=https://s3.company.tld:9000&region=us-east-1" }).storage).toEqual({ ...s3, bucket: "rights.vault", prefix: "prod/files", region: "us-east-1", endpoint: "https://s3.company.tld:9000" });
  expect(parsed({ ...keys, STORAGE_URL: "s3://rights-vault?region=garage&endpoint=http%3A%2F%2F127.0.0.1%3A3900" }).storage).toMatchObject({ endpoint: "http://127.0.0.1:3900" });
});

test.each(["S3_ACCESS_KEY_ID", "S3_SECRET_ACCESS_KEY"])("a bucket without %s is refused; a folder needs no keys", (missing) => {
  expect(parseEnv({ ...keys, [missing]: "", STORAGE_URL: "s3://rights-vault?region=eu-west-3" })).toEqual({ errors: [`${missing} must be given when STORAGE_URL is s3:`] });
  expect(parseEnv({ ...keys, [missing]: "", STORAGE_URL: "file:/srv/vault" })).toHaveProperty("env");
});

test("an antivirus is a port or a socket, and absent by default", () => {
  expect(parsed({}).clamd).toBeUndefined();
  expect(parsed({ CLAMD_URL: "tcp://scanner.internal:3310" }).clamd).toEqual({ host: "scanner.internal", port: 3310 });
  expect(parsed({ CLAMD_URL: "tcp://[::1]:3310" }).clamd).toEqual({ host: "::1", port: 3310 });
  for (const url of ["unix:/run/clamav/clamd.ctl", "unix:///run/clamav/clamd.ctl"]) expect(parsed({ CLAMD_URL: url }).clamd).toEqual({ path: "/run/clamav/clamd.ctl" });
});

const sso = { OIDC_ISSUER: "https://id.company.tld/realms/staff", OIDC_CLIENT_ID: "rightsdesk", OIDC_CLIENT_SECRET: "p3BpCgL1uH7hK6mQ0sYtW2x", OIDC_ROLES: "dpo:privacy-office,agent:customer-care" };
const bytes31 = Buffer.from("abcdefghijklmnopqrstuvwxyz01234").toString("base64");

test.each([
  ["PORT", "70000"], ["PORT", "http"], ["WEB_PROCESSES", "0"], ["WEB_PROCESSES", "13"], ["WEB_PROCESSES", "all"], ["PUBLIC_URL", "canary.tld"], ["PUBLIC_URL", "https://a.tld/path"], ["PUBLIC_URL", "http://a.tld"],
  ["DATABASE_URL", "mysql://canary@x/y"], ["SMTP_URL", "http://canary"], ["SMTP_TLS", "canary"], ["MAIL_FROM", "a@b.tld\r\nBcc: canary@x.tld"], ["MAIL_FROM", "canary"],
  ["VAULT_KEY", "changeme"], ["VAULT_KEY_PREVIOUS", "changeme"], ["VAULT_KEY_PREVIOUS", bytes31], ["VAULT_KEY", bytes31], ["VAULT_KEY", Buffer.alloc(32).toString("base64")],
  ["NEXTAUTH_SECRET", "changeme"], ["NEXTAUTH_SECRET", "changeme-changeme-changeme-changeme"], ["NEXTAUTH_SECRET", "abcdefghijklmnopqrstuvwxyz01234"], ["NEXTAUTH_SECRET", "a".repeat(64)],
  ["NEXT_SERVER_ACTIONS_ENCRYPTION_KEY", "canary"], ["STORAGE_URL", "canary"],
  ["STORAGE_URL", "s3://canary-vault"], ["STORAGE_URL", "s3:canary"], ["STORAGE_URL", "s3://CANARY_vault?region=eu-west-3"], ["STORAGE_URL", "s3://canary-vault/a b?region=eu-west-3"],
  ["STORAGE_URL", "s3://canary-vault/../x?region=eu west"], ["STORAGE_URL", "s3://canary-id:canary-secret@vault?region=eu-west-3"], ["STORAGE_URL", "s3://canary-vault?region=eu-west-3&accessKeyId=x"],
  ["STORAGE_URL", "s3://canary-vault?region=eu-west-3&endpoint=http://s3.company.tld"], ["STORAGE_URL", "s3://canary-vault?region=eu-west-3&endpoint=https://s3.company.tld/path"], ["STORAGE_URL", "s3://canary-vault?region=eu-west-3&endpoint=https://id:canary@s3.company.tld"],
  ["S3_ACCESS_KEY_ID", "AK"], ["S3_ACCESS_KEY_ID", "minioadmin"], ["S3_SECRET_ACCESS_KEY", "short-canary"], ["S3_SECRET_ACCESS_KEY", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"],
  ["CLAMD_URL", "canary"], ["CLAMD_URL", "tcp://canary"], ["CLAMD_URL", "tcp://canary:3310/x"], ["CLAMD_URL", "unix:canary"], ["CLAMD_URL", "http://canary:3310"],
  ["CONTROLLER_TIME_ZONE", "Mars/Canary"], ["HOLIDAY_CALENDAR", "DE"], ["OFFICE_ADMIN_EMAIL", "canary"], ["OFFICE_ADMIN_PASSWORD", "short"], ["DPO_EMAIL", "canary"],
  ["OIDC_ISSUER", "canary"], ["OIDC_ISSUER", "http://id.canary.tld"], ["OIDC_ISSUER", "https://id.canary.tld/?x=1"], ["OIDC_CLIENT_SECRET", "short-canary"], ["OIDC_CLIENT_SECRET", "changeme-changeme"],
  ["OIDC_ROLES", "boss:canary"], ["OIDC_ROLES", "canary"], ["OIDC_SCOPE", "email canary"], ["OIDC_CREATE", "canary"], ["OIDC_ONLY", "canary"],
])("%s = %j is refused in one line that names the variable and not the value", (name, value) => {
  const needed = value.startsWith("s3:") ? keys : {};
  const fresh = name === "VAULT_KEY_PREVIOUS" ? { VAULT_KEY: "p3BpCgL1uH7hK6mQ0sYtW2xZv5nJ8rEdF4aGiOcTbUM=" } : {};
  const provider = name.startsWith("OIDC_") ? sso : {};
  const both = name.startsWith("OFFICE_ADMIN") ? { OFFICE_ADMIN_EMAIL: "a@b.tld", OFFICE_ADMIN_PASSWORD: "a long enough one" } : {};
  const result = parseEnv({ ...needed, ...fresh, ...both, ...provider, [name]: value });
  const errors = "errors" in result ? result.errors : [];
  expect(errors).toHaveLength(1);
  expect(errors[0]).toMatch(new RegExp(`^${name} [^\n]+$`));
  expect(errors[0]).not.toContain(value);
});

test("a previous vault key goes with another, new one", () => {
  const [one, other] = ["p3BpCgL1uH7hK6mQ0sYtW2xZv5nJ8rEdF4aGiOcTbUM=", "q3BpCgL1uH7hK6mQ0sYtW2xZv5nJ8rEdF4aGiOcTbUM="];
  expect(parsed({ VAULT_KEY: one, VAULT_KEY_PREVIOUS: other })).toMatchObject({ vaultKey: one, vaultKeyPrevious: other });
  for (const key of [undefined, one]) expect(parseEnv({ VAULT_KEY: key, VAULT_KEY_PREVIOUS: one })).toEqual({ errors: ["VAULT_KEY_PREVIOUS must go with another VAULT_KEY, the new one"] });
});

test("the first administrator's two variables go together", () => {
  expect(parseEnv({ OFFICE_ADMIN_EMAIL: "a@b.tld" })).toHaveProperty("errors");
  expect(parsed({ OFFICE_ADMIN_EMAIL: "a@b.tld", OFFICE_ADMIN_PASSWORD: "quite-a-long-one" }).officeAdmin).toEqual({ email: "a@b.tld", password: "quite-a-long-one" });
});

test("single sign-on: four variables are enough, and none is there without the first", () => {
  expect(parsed({}).oidc).toBeUndefined();
  expect(parsed(sso).oidc).toEqual({
    issuer: sso.OIDC_ISSUER, clientId: "rightsdesk", clientSecret: sso.OIDC_CLIENT_SECRET, scope: "openid email profile", rolesClaim: "groups",
    roles: [{ role: "dpo", word: "privacy-office" }, { role: "agent", word: "customer-care" }], acr: [], amr: [], isCreating: false, isOnly: false,
  });
  expect(parsed({ ...sso, OIDC_ISSUER: "http://127.0.0.1:9000", OIDC_ACR: "phr mfa", OIDC_AMR: "otp,hwk", OIDC_CREATE: "1" }).oidc).toMatchObject({ acr: ["phr", "mfa"], amr: ["otp", "hwk"], isCreating: true });
  for (const name of ["OIDC_CLIENT_ID", "OIDC_CLIENT_SECRET", "OIDC_ROLES"]) expect(parseEnv({ ...sso, [name]: "" })).toEqual({ errors: [`${name} must be given with OIDC_ISSUER`] });
  expect(parseEnv({ ...sso, OIDC_ISSUER: "" })).toMatchObject({ errors: [expect.stringMatching(/^OIDC_CLIENT_ID is of no use/), expect.anything(), expect.anything()] });
});

test("passwords are left to one account only where there is one", () => {
  expect(parseEnv({ ...sso, OIDC_ONLY: "1" })).toMatchObject({ errors: [expect.stringMatching(/^OIDC_ONLY must go with OFFICE_ADMIN_EMAIL/)] });
  expect(parsed({ ...sso, OIDC_ONLY: "1", OFFICE_ADMIN_EMAIL: "a@b.tld", OFFICE_ADMIN_PASSWORD: "quite-a-long-one" }).oidc?.isOnly).toBe(true);
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

test("a secret out of a file is whole or damaged, whatever it spells by chance", () => {
  const drawn = `${"xxxxDummy".padEnd(43, "A")}=`;
  for (const variable of ["VAULT_KEY", "NEXTAUTH_SECRET", "NEXT_SERVER_ACTIONS_ENCRYPTION_KEY"]) {
    expect(isWhole(variable, drawn), variable).toBe(true);
    for (const cut of ["", drawn.slice(0, 20)]) expect(isWhole(variable, cut), variable).toBe(false);
  }
  expect(isWhole("VAULT_KEY", drawn.slice(1))).toBe(false);
});
