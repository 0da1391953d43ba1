import { randomBytes } from "node:crypto";
import { existsSync, readFileSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, expect, test, vi } from "vitest";
import { db } from "../db";
import { draftKey, openDraft } from "../draft-seal";
import { env, EnvError } from "../env";
import { fileKey } from "../file-name";
import { newCase, newDraft, newFile } from "../fixtures/cases";
import { loadCase } from "../store";
import { emailToken, keyed } from "../tokens";
import { IntegrityError } from "../vault/commitment";
import { derive, kekVersionOf, keyedHash, unwrapKey } from "../vault/keys";
import { wrappedByVault } from "./rewrap";
import { openVault } from "./ring";
import { rotateVaultKey, RotationError } from "./rotate";

vi.setConfig({ testTimeout: 120_000 });
const file = (name: string) => join(env().dataDir, name);
const keyFile = () => readFileSync(file("vault-key"), "utf8");
const quiet = () => {};
const versions = async () => {
  const [requests, drafts] = await Promise.all([db().subjectRequest.findMany(), db().draft.findMany()]);
  return new Set([...requests, ...drafts].flatMap(({ wrappedKey }) => (wrappedKey && wrappedKey.length > 0 ? [kekVersionOf(Buffer.from(wrappedKey))] : [])));
};
const rowOf = (reference: string) => db().subjectRequest.findUniqueOrThrow({ where: { reference } });

let reference: string;
let draft: Awaited<ReturnType<typeof newDraft>>;
beforeEach(async () => {
  reference = await newCase();
  draft = await newDraft();
});

test("every key is wrapped anew and nothing else is touched; look-ups stay; the old key is gone and refused", async () => {
  const key = (await loadCase(reference))?.key as Buffer;
  const fileId = await newFile({ reference, key }, "message");
  const [before, fileBefore, oldKey] = [await rowOf(reference), await db().file.findUniqueOrThrow({ where: { id: fileId } }), keyFile()];
  const [token, throttle] = [await emailToken("canary@example.org"), await keyed("throttle.x", "y")];
  const lines: string[] = [];
  const { version, rewrapped } = await rotateVaultKey((line) => lines.push(line));

  expect([...(await versions())]).toEqual([version]);
  expect(rewrapped).toBeGreaterThanOrEqual(2);
  const after = await rowOf(reference);
  expect({ ...after, wrappedKey: null }).toEqual({ ...before, wrappedKey: null });
  expect(await db().file.findUniqueOrThrow({ where: { id: fileId } })).toEqual(fileBefore);
  const opened = await loadCase(reference);
  expect([opened?.key, opened?.caseFile?.requester.email]).toEqual([key, "canary@example.org"]);
  expect(fileKey(opened?.key as Buffer, fileBefore)).toHaveLength(32);
  expect(openDraft(await draftKey(await db().draft.findUniqueOrThrow({ where: { id: draft.id } })), await db().draft.findUniqueOrThrow({ where: { id: draft.id } })).claims).toHaveLength(1);
  expect([await emailToken("canary@example.org"), await keyed("throttle.x", "y")]).toEqual([token, throttle]);

  expect([keyFile() === oldKey, existsSync(file("vault-key.next"))]).toEqual([false, false]);
  expect(lines.at(-1)).toContain(`Only version ${version} is in force`);
  expect(lines.join("\n")).not.toContain(keyFile().trim());
  expect(await db().vaultKey.findMany({ where: { retiredAt: null } })).toHaveLength(1);
  expect(await db().vaultKey.count({ where: { retiredAt: { not: null }, lookupKey: { not: null } } })).toBe(0);
  // A row of yesterday put back (CR4), with and without the old key put back too.
  await db().subjectRequest.update({ where: { reference }, data: { wrappedKey: before.wrappedKey } });
  await expect(loadCase(reference)).rejects.toBeInstanceOf(IntegrityError);
  writeFileSync(file("vault-key.next"), oldKey);
  await expect(loadCase(reference)).rejects.toBeInstanceOf(IntegrityError);
  const next = keyFile();
  rmSync(file("vault-key.next"));
  writeFileSync(file("vault-key"), oldKey);
  await expect(openVault()).rejects.toBeInstanceOf(EnvError);
  writeFileSync(file("vault-key"), next);
  await db().subjectRequest.update({ where: { reference }, data: { wrappedKey: after.wrappedKey } });
  await openVault();
});

test("broken off after any step and called again, it goes on; everything opens meanwhile, and what is new is wrapped by the newest", async () => {
  for (let made = 0; made < 250; made += 1) await newDraft();
  const newest = async () => (await db().vaultKey.findFirstOrThrow({ orderBy: { version: "desc" } })).version;
  const before = await newest();
  let isDone = false;
  for (let steps = 1; !isDone; steps += 1) {
    let said = 0;
    isDone = await rotateVaultKey(() => {
      said += 1;
      if (said === steps) throw new Error("broken off");
    }).then(() => true, (error: Error) => {
      expect(error.message).toBe("broken off");
      return false;
    });
    expect((await loadCase(reference))?.caseFile?.requester.email).toBe("canary@example.org");
    const late = await newCase();
    expect(kekVersionOf(Buffer.from((await rowOf(late)).wrappedKey as Uint8Array))).toBe(await newest());
    expect(steps).toBeLessThan(12);
  }
  expect([await newest(), ...(await versions())]).toEqual([before + 1, before + 1]);
});

test("killed after the old version was retired and before its file was: the portal serves, and the next call only tidies up", async () => {
  const oldKey = keyFile();
  const { version } = await rotateVaultKey(quiet);
  writeFileSync(file("vault-key.next"), keyFile());
  writeFileSync(file("vault-key"), oldKey);
  await openVault();
  expect((await loadCase(reference))?.caseFile?.requester.email).toBe("canary@example.org");
  await newCase();
  expect(await rotateVaultKey(quiet)).toEqual({ version, rewrapped: 0 });
  expect([keyFile() === oldKey, existsSync(file("vault-key.next"))]).toEqual([false, false]);
  expect((await loadCase(reference))?.caseFile?.requester.email).toBe("canary@example.org");
});

test("two at once: one works, the other is told", async () => {
  const results = await Promise.allSettled([rotateVaultKey(quiet), rotateVaultKey(quiet)]);
  const refused = results.filter((result) => result.status === "rejected");
  expect(refused.map(({ reason }) => reason as unknown)).toEqual([expect.any(RotationError)]);
  expect(await versions()).toHaveLength(1);
});

test("while it runs, people file and staff read: nothing fails, nothing is left behind", async () => {
  let isDone = false;
  const busy = Array.from({ length: 4 }, async () => {
    for (let made = 0; !isDone || made < 3; made += 1) {
      const filed = await newCase();
      expect((await loadCase(filed))?.caseFile).not.toBeNull();
      expect((await loadCase(reference))?.caseFile).not.toBeNull();
    }
  });
  const rotations = await rotateVaultKey(quiet).then(() => rotateVaultKey(quiet));
  isDone = true;
  await Promise.all(busy);
  expect([...(await versions())]).toEqual([rotations.version]);
});

test("a key that nothing opens stops the end, not the work: both versions stay in force and the row is named", async () => {
  const whole = await rowOf(reference);
  const damaged = new Uint8Array(whole.wrappedKey as Uint8Array);
  damaged[80] = (damaged[80] as number) ^ 1;
  await db().subjectRequest.update({ where: { reference }, data: { wrappedKey: damaged } });
  await expect(rotateVaultKey(quiet)).rejects.toThrow(/^1 keys could not be wrapped anew/);
  expect(await db().vaultKey.count({ where: { retiredAt: null } })).toBe(2);
  await db().subjectRequest.update({ where: { reference }, data: { wrappedKey: whole.wrappedKey } });
  await rotateVaultKey(quiet);
  expect((await loadCase(reference))?.caseFile).not.toBeNull();
});

test("a database from before the versions: its key is written down only if it opens the cases, and tokens are made anew", async () => {
  await db().$executeRaw`truncate "VaultKey"`;
  await db().$executeRaw`truncate "SubjectRequest", "Draft" cascade`;
  const touch = () => utimesSync(file("vault-key"), new Date(), new Date(Date.now() + Math.floor(randomBytes(2).readUInt16BE())));
  touch();
  const old = await newCase();
  const key = Buffer.from(keyFile(), "base64");
  const oldToken = new Uint8Array(Buffer.from(keyedHash(derive(key, "search.email"), "canary@example.org"), "hex"));
  await db().subjectRequest.update({ where: { reference: old }, data: { emailToken: oldToken } });
  await db().$executeRaw`truncate "VaultKey"`;
  const right = keyFile();
  writeFileSync(file("vault-key"), randomBytes(32).toString("base64"));
  await expect(openVault()).rejects.toThrow(/^VAULT_KEY \(or DATA_DIR\/vault-key\) does not open the cases of this database: [^\n]+$/);
  expect(await db().vaultKey.count()).toBe(0);
  writeFileSync(file("vault-key"), right);
  await Promise.all([openVault(), openVault(), emailToken("a@b.tld")]);
  expect((await rowOf(old)).emailToken).toEqual(await emailToken("Canary@example.org"));
  expect((await rowOf(old)).emailToken).not.toEqual(oldToken);
  expect(unwrapKey(key, Buffer.from((await rowOf(old)).wrappedKey as Uint8Array), `request:${old}`)).toHaveLength(32);
});

test("whatever the schema wraps by the vault key is wrapped anew", () => {
  const schema = readFileSync(join(import.meta.dirname, "../../../prisma/schema.prisma"), "utf8");
  const models = [...schema.matchAll(/^model (\w+) \{\n([\s\S]*?)^\}/gm)].filter(([, , body]) => /^ {2}wrappedKey /m.test(body as string)).map(([, name]) => name);
  // The key of a file hangs on that of its draft or request.
  expect(models.filter((name) => name !== "File").sort()).toEqual(Object.keys(wrappedByVault).sort());
});

test("a process that has just started: more people at once than it has connections, all behind one lock", async () => {
  utimesSync(file("vault-key"), new Date(), new Date(Date.now() + 3_600_000));
  const behindOneLock = () => db().$transaction(async (tx) => {
    await tx.$executeRaw`select pg_advisory_xact_lock(7299)`;
    return emailToken("canary@example.org", tx);
  });
  const tokens = await Promise.all(Array.from({ length: 20 }, behindOneLock));
  expect(new Set(tokens.map((token) => Buffer.from(token).toString("hex"))).size).toBe(1);
});
