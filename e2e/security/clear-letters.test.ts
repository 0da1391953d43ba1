import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";

/** The real `npm start`, up to a database that is not there: what it says about letters before it serves anybody. */
const root = join(import.meta.dirname, "../..");
const home = mkdtempSync(join(tmpdir(), "rightsdesk-clear-"));
afterAll(() => rmSync(home, { recursive: true, force: true }));

function said(SMTP_URL: string): string[] {
  const { stdout, stderr, status } = spawnSync(process.execPath, [join(root, ".commands/start.mjs")], {
    encoding: "utf8", timeout: 30_000, env: { NODE_ENV: "production", PATH: process.env.PATH, HOME: process.env.HOME, PORT: String(20_000 + (process.pid % 20_000)), DATA_DIR: join(home, "data"), DATABASE_URL: "postgresql://nobody@127.0.0.1:1/none", SMTP_URL },
  });
  expect(status, stdout + stderr).toBe(1);
  expect(stdout).toContain("Database …");
  return stdout.split("\n").filter((line) => /mail server|in clear/.test(line));
}

test("without a mail server, start says in one line that letters lie in clear, where, and for how long", () => {
  const lines = said("");
  expect(lines).toHaveLength(1);
  for (const part of ["SMTP_URL", "in clear", join(home, "data", "mail"), "after a day", "trying"]) expect(lines[0]).toContain(part);
});

test("with one it says nothing of the kind", () => {
  expect(said("smtp://127.0.0.1:2525")).toEqual([]);
});
