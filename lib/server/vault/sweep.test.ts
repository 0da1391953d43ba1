import { randomUUID } from "node:crypto";
import { mkdtemp, readdir, rename, rm, utimes } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { Readable } from "node:stream";
import { expect, test } from "vitest";
import { fileStorage } from "./storage-file";
import { sweep } from "./sweep";

test("only orphans and unfinished writes older than an hour go", async () => {
  const base = await mkdtemp(path.join(tmpdir(), "vault-"));
  const storage = fileStorage(base);
  const place = (id: string) => path.join(base, id.slice(0, 2), id);
  async function blob(minutesOld: number, partial = false): Promise<string> {
    const id = randomUUID();
    await storage.write(id, Readable.from([Buffer.of(1)]));
    const at = new Date(Date.now() - minutesOld * 60_000);
    await utimes(place(id), at, at);
    if (partial) await rename(place(id), `${place(id)}.part`);
    return id;
  }
  const known = await blob(500);
  const stay = [known, await blob(59), `${await blob(59, true)}.part`];
  await blob(61);
  await blob(10_000);
  await blob(61, true);
  const asked: string[] = [];
  const isKnown = async (ids: string[]) => (asked.push(...ids), new Set([known]));

  expect(await sweep(storage, isKnown)).toEqual({ orphans: 2, partials: 1 });
  const left = (await readdir(base, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile()).map((entry) => entry.name);
  expect(left.sort()).toEqual(stay.sort());
  expect(asked.length).toBe(3);
  expect(await sweep(storage, isKnown)).toEqual({ orphans: 0, partials: 0 });
  expect(await sweep(storage, isKnown, new Date(Date.now() + 7_200_000))).toEqual({ orphans: 1, partials: 1 });
  await rm(base, { recursive: true });
});

test("when it is not known what is known, nothing goes", async () => {
  const base = await mkdtemp(path.join(tmpdir(), "vault-"));
  const storage = fileStorage(base);
  await storage.write(randomUUID(), Readable.from([Buffer.of(1)]));
  const later = new Date(Date.now() + 7_200_000);
  await expect(sweep(storage, async () => { throw new Error("no database"); }, later)).rejects.toThrow("no database");
  expect((await Array.fromAsync(storage.list())).length).toBe(1);
  await rm(base, { recursive: true });
});
