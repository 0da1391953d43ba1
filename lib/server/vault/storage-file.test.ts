import { randomBytes, randomUUID } from "node:crypto";
import { mkdtemp, readdir, rm, stat, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { afterEach, beforeEach, expect, test } from "vitest";
import { StorageFullError } from "./storage";
import { fileStorage } from "./storage-file";

/** What is so on a disk alone; the rest is in storage.test.ts, for every driver. */
let base: string;
beforeEach(async () => void (base = await mkdtemp(path.join(tmpdir(), "vault-"))));
afterEach(async () => rm(base, { recursive: true, force: true }));

const files = async () => (await readdir(base, { recursive: true, withFileTypes: true })).filter((e) => e.isFile()).map((e) => e.name);
const listed = async () => Array.fromAsync(fileStorage(base).list());

test("folders are made as needed: folder 0700, file 0600", async () => {
  const storage = fileStorage(path.join(base, "not", "there", "yet"));
  const id = randomUUID();
  await storage.write(id, Readable.from([Buffer.of(1)]));
  const folder = path.join(base, "not/there/yet", id.slice(0, 2));
  expect((await stat(folder)).mode & 0o777).toBe(0o700);
  expect((await stat(path.join(folder, id))).mode & 0o777).toBe(0o600);
});

test("of several at once that write one id, exactly one wins", async () => {
  const storage = fileStorage(base);
  for (let round = 0; round < 50; round++) {
    const race = randomUUID();
    const all = await Promise.allSettled(["a", "b", "c"].map((text) => storage.write(race, Readable.from([Buffer.from(text)]))));
    const won = all.findIndex((result) => result.status === "fulfilled");
    expect(all.filter((result) => result.status === "fulfilled").length).toBe(1);
    expect((await buffer(await storage.read(race))).toString()).toBe("abc"[won]);
  }
  expect((await listed()).some((blob) => blob.partial)).toBe(false);
});

test("ENOSPC becomes a StorageFullError and leaves nothing", async () => {
  const id = randomUUID();
  await fileStorage(base).write(`${id.slice(0, 2)}${"0".repeat(34)}`, Readable.from([Buffer.of(1)]));
  const source = Readable.from((async function* () { yield randomBytes(10); throw Object.assign(new Error("no space"), { code: "ENOSPC" }); })());
  await expect(fileStorage(base).write(id, source)).rejects.toBeInstanceOf(StorageFullError);
  expect((await listed()).length).toBe(1);
});

test("check leaves no file, and fails on a place that is not a folder", async () => {
  await fileStorage(base).check();
  expect(await files()).toEqual([]);
  await writeFile(path.join(base, "file"), "");
  await expect(fileStorage(path.join(base, "file")).check()).rejects.toThrow();
});

test("strange names in the folder are not listed", async () => {
  const id = randomUUID();
  await fileStorage(base).write(id, Readable.from([Buffer.of(1)]));
  await writeFile(path.join(base, id.slice(0, 2), "notes.txt"), "");
  await writeFile(path.join(base, "stray"), "");
  await symlink("/nowhere", path.join(base, id.slice(0, 2), randomUUID()));
  expect((await listed()).map((blob) => blob.id)).toEqual([id]);
});
