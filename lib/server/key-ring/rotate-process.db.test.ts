import { spawn } from "node:child_process";
import { randomBytes, randomInt } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, expect, test, vi } from "vitest";
import { db } from "../db";
import { env } from "../env";
import { about, newCase, newDraft } from "../fixtures/cases";
import { loadCase } from "../store";
import { kekVersionOf } from "../vault/keys";

// Each test starts processes of its own, on machines that may be busy.
vi.setConfig({ testTimeout: 240_000 });
const children = new Set<ReturnType<typeof spawn>>();
afterEach(() => {
  for (const child of children) child.kill("SIGKILL");
});

/** A command as an operator calls it: what it said, and how it ended. `heard` is called at every line. */
function start(script: string, extra: Record<string, string> = {}, heard: (line: string) => void = () => {}) {
  const child = spawn(process.execPath, ["--conditions=react-server", "--import", "tsx", `.commands/${script}.ts`], { env: { ...process.env, NODE_OPTIONS: "", ...extra }, stdio: ["ignore", "pipe", "pipe"] });
  children.add(child);
  let [said, failed] = ["", ""];
  child.stdout.on("data", (chunk: Buffer) => {
    said += chunk.toString();
    heard(chunk.toString());
  });
  child.stderr.on("data", (chunk: Buffer) => (failed += chunk.toString()));
  const ended = new Promise<{ code: number | null; said: string; failed: string }>((done) => {
    child.once("exit", (code) => {
      children.delete(child);
      done({ code, said, failed });
    });
  });
  return { child, ended };
}

const wrapped = async () => {
  const [requests, drafts] = await Promise.all([db().subjectRequest.findMany(), db().draft.findMany()]);
  return new Set([...requests, ...drafts].flatMap(({ wrappedKey }) => (wrappedKey && wrappedKey.length > 0 ? [kekVersionOf(Buffer.from(wrappedKey))] : [])));
};

test("killed at random moments and called again, it ends, and everything opens at every moment", async () => {
  const reference = await newCase();
  for (let made = 0; made < 600; made += 1) await newDraft();
  let killed = 0;
  for (;;) {
    const isToBeKilled = killed < 4;
    // Counted from its first words: before them nothing has been done.
    const { child, ended } = start("rotate-vault-key", {}, () => {
      if (isToBeKilled) setTimeout(() => child.kill("SIGKILL"), randomInt(120));
    });
    const { code, said, failed } = await ended;
    expect((await loadCase(reference))?.caseFile?.requester.email).toBe("canary@example.org");
    await newCase();
    if (code === 0) {
      expect(said).toMatch(/Only version 2 is in force; its key is in [^\n]+vault-key\.\n$/);
      break;
    }
    expect([code, failed]).toEqual([null, ""]);
    killed += 1;
  }
  // A machine so fast that none was broken off would prove nothing.
  expect(killed).toBeGreaterThan(0);
  expect([...(await wrapped())]).toEqual([2]);
  expect(await db().vaultKey.count()).toBe(2);
});

test("a worker that runs sees the new key by itself; one started with another key ends with one line", async () => {
  const worker = start("worker");
  // Somebody else than those before: beyond three receipts in an hour to one address, the next ones wait.
  const asked = () => newCase(undefined, undefined, { ...about, email: "worker@example.org" });
  const first = await asked();
  const isSent = async (reference: string) => (await loadCase(reference))?.events.some(({ type }) => type === "LetterSent");
  const until = async (reference: string) => {
    for (let tries = 0; !(await isSent(reference)); tries += 1) {
      if (tries > 600) throw new Error("the worker wrote no letter");
      await sleep(100);
    }
  };
  await until(first);
  const { code } = await start("rotate-vault-key").ended;
  expect(code).toBe(0);
  await until(await asked());
  worker.child.kill("SIGTERM");
  expect((await worker.ended).code).toBe(0);

  const key = randomBytes(32).toString("base64");
  const wrong = await start("worker", { VAULT_KEY: key }).ended;
  expect([wrong.code, wrong.failed]).toEqual([1, expect.stringMatching(/^VAULT_KEY \(or DATA_DIR\/vault-key\) is not version \d of this database's vault key: restore the right key from a backup\n$/)]);
  expect(wrong.said + wrong.failed).not.toContain(key);
});

test("keys given by the environment: the new and the old to every process, then the new alone", async () => {
  const old = readFileSync(join(env().dataDir, "vault-key"), "utf8").trim();
  const next = randomBytes(32).toString("base64");
  const home = mkdtempSync(join(tmpdir(), "rightsdesk-elsewhere-"));
  const version = (await db().vaultKey.findFirstOrThrow({ where: { retiredAt: null } })).version;
  const rotate = (extra: Record<string, string>) => start("rotate-vault-key", { DATA_DIR: home, ...extra }).ended;
  expect(await rotate({ VAULT_KEY: next })).toMatchObject({ code: 1, failed: expect.stringContaining("is not version") });
  expect(await rotate({ VAULT_KEY: old })).toMatchObject({ code: 1, failed: expect.stringMatching(/^VAULT_KEY is the key in force\. Give a new one as VAULT_KEY and this one as VAULT_KEY_PREVIOUS [^\n]+\n$/) });
  expect(await rotate({ VAULT_KEY: next, VAULT_KEY_PREVIOUS: old })).toMatchObject({ code: 0, said: expect.stringContaining("Take VAULT_KEY_PREVIOUS away and start every process again.") });
  expect([...(await wrapped())]).toEqual([version + 1]);
  expect(await rotate({ VAULT_KEY: old, VAULT_KEY_PREVIOUS: next })).toMatchObject({ code: 1, failed: `VAULT_KEY is version ${version}, which was retired: a key is never used twice.\n` });
  const worker = start("worker", { DATA_DIR: home, VAULT_KEY: old });
  expect(await worker.ended).toMatchObject({ code: 1, failed: expect.stringContaining(`is not version ${version + 1}`) });
  rmSync(home, { recursive: true });
});
