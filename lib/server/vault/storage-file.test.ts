import { randomBytes, randomUUID } from "node:crypto";
import { chmod, mkdtemp, readdir, rm, stat, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { afterEach, beforeEach, expect, test } from "vitest";
import { BlobMissingError, StorageFullError } from "./storage";
import { fileStorage } from "./storage-file";

let base: string;
beforeEach(async () => void (base = await mkdtemp(path.join(tmpdir(), "vault-"))));
afterEach(async () => rm(base, { recursive: true, force: true }));

const files = async () => (await readdir(base, { recursive: true, withFileTypes: true })).filter((e) => e.isFile()).map((e) => e.name);
const listed = async () => Array.fromAsync(fileStorage(base).list());

test("a blob is written, read, listed and removed; folder 0700, file 0600", async () => {
  const storage = fileStorage(path.join(base, "not", "there", "yet"));
  const id = randomUUID();
  const bytes = randomBytes(200_000);
  expect(await storage.write(id, Readable.from([bytes.subarray(0, 7), bytes.subarray(7)]))).toEqual({ bytes: 200_000 });
  expect((await buffer(await storage.read(id))).equals(bytes)).toBe(true);
  const folder = path.join(base, "not/there/yet", id.slice(0, 2));
  expect((await stat(folder)).mode & 0o777).toBe(0o700);
  expect((await stat(path.join(folder, id))).mode & 0o777).toBe(0o600);
  const [entry, ...more] = await Array.fromAsync(storage.list());
  expect(more).toEqual([]);
  expect(entry).toMatchObject({ id, partial: false });
  expect(Math.abs(Date.now() - entry!.modifiedAt.getTime())).toBeLessThan(60_000);
  await storage.remove(id);
  await storage.remove(id);
  await expect(storage.read(id)).rejects.toBeInstanceOf(BlobMissingError);
});

test.each(["../../../../etc/passwd", "a", "", `${randomUUID()}/`, `${randomUUID()}\n`, randomUUID().toUpperCase(), "..".repeat(18)])(
  "%j is no id",
  async (id) => {
    const storage = fileStorage(base);
    await expect(storage.write(id, Readable.from([Buffer.of(1)]))).rejects.toBeInstanceOf(TypeError);
    await expect(storage.read(id)).rejects.toBeInstanceOf(TypeError);
    await expect(storage.remove(id)).rejects.toBeInstanceOf(TypeError);
    expect(await files()).toEqual([]);
  },
);

test("a source that breaks leaves nothing, and its own error comes out", async () => {
  const source = Readable.from((async function* () { yield randomBytes(70_000); throw new Error("cable pulled"); })());
  await expect(fileStorage(base).write(randomUUID(), source)).rejects.toThrow("cable pulled");
  expect(await files()).toEqual([]);
});

test("while writing, only a .part is seen; it is never readable", async () => {
  const storage = fileStorage(base);
  const id = randomUUID();
  const seen: unknown[] = [];
  const source = Readable.from((async function* () {
    yield randomBytes(10);
    seen.push(...(await listed()), await storage.read(id).catch((error: unknown) => error));
  })());
  await storage.write(id, source);
  expect(seen).toEqual([expect.objectContaining({ id, partial: true }), expect.any(BlobMissingError)]);
  expect(await files()).toEqual([id]);
});

test("an id is written once; the first stays whole", async () => {
  const storage = fileStorage(base);
  const id = randomUUID();
  await storage.write(id, Readable.from([Buffer.from("first")]));
  await expect(storage.write(id, Readable.from([Buffer.from("second")]))).rejects.toThrow("already there");
  expect((await buffer(await storage.read(id))).toString()).toBe("first");
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

test("check passes on a good place, fails on one that is not a folder, and leaves nothing", async () => {
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
  await chmod(path.join(base, id.slice(0, 2)), 0o700);
});
