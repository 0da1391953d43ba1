import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";

/** The real `npm start`, told a secret it must not accept: security.md CR6. What an environment may hold at all is judged in lib/server/env.test.ts. */
const root = join(import.meta.dirname, "../..");
const home = mkdtempSync(join(tmpdir(), "rightsdesk-secrets-"));
afterAll(() => rmSync(home, { recursive: true, force: true }));

const bytes31 = Buffer.from("abcdefghijklmnopqrstuvwxyz01234").toString("base64");

test.each([
  ["VAULT_KEY", "changeme"], ["VAULT_KEY", bytes31], ["NEXTAUTH_SECRET", "changeme"], ["NEXTAUTH_SECRET", "changeme-changeme-changeme-changeme"], ["NEXTAUTH_SECRET", "abcdefghijklmnopqrstuvwxyz01234"],
  ["NEXT_SERVER_ACTIONS_ENCRYPTION_KEY", bytes31], ["OFFICE_ADMIN_PASSWORD", "changeme-changeme"],
])("CR6: %s = %s: start ends with 1, names the variable and not the value, and has begun nothing", (name, value) => {
  const dataDir = join(home, "data");
  const started = spawnSync(process.execPath, [join(root, ".commands/start.mjs")], {
    encoding: "utf8", timeout: 20_000, env: { NODE_ENV: "production", PATH: process.env.PATH, HOME: process.env.HOME, PORT: "1", DATA_DIR: dataDir, OFFICE_ADMIN_EMAIL: "a@b.example", OFFICE_ADMIN_PASSWORD: "a long enough one", [name]: value },
  });
  const said = started.stdout + started.stderr;
  expect(started.status, said).toBe(1);
  expect(said.trim().split("\n")).toHaveLength(1);
  expect(said).toContain(name);
  expect(said).not.toContain(value);
  expect(() => readdirSync(join(dataDir, "postgres"))).toThrow();
});
