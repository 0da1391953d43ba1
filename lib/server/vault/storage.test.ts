import { randomBytes, randomUUID } from "node:crypto";
import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { type Driver, drivers, listedIn } from "./fixtures/drivers";
import { heldBytes } from "./fixtures/held-bytes";
import { BlobMissingError, type Storage } from "./storage";

// The server is a process of its own, on machines that may be busy.
vi.setConfig({ testTimeout: 90_000 });
const megabyte = 1024 * 1024;

/** What every driver keeps to, on a disk and on a real S3 server. */
describe.each(drivers)("$kind", ({ start }) => {
  let driver: Driver;
  let storage: Storage;
  beforeAll(async () => void (driver = await start()), 60_000);
  afterAll(async () => driver.end());
  beforeEach(async () => void (storage = await driver.fresh()));

  const listed = () => listedIn(storage);
  const bytesOf = async (id: string) => buffer(await storage.read(id));

  /** Writes a source that waits half-way, until the unfinished write is seen; then goes on with `end`. */
  async function halfway(id: string, look: () => Promise<void>, end: () => Buffer): Promise<unknown> {
    const source = Readable.from((async function* () {
      for (let sent = 0; sent < 6; sent += 1) yield randomBytes(megabyte);
      while (!(await listed()).includes(`${id}.part`)) await sleep(20);
      await look();
      yield end();
    })(), { highWaterMark: 1 });
    return storage.write(id, source);
  }

  test.each([0, 1, 200_000, 5 * megabyte, 5 * megabyte + 1, 11 * megabyte])("%i bytes are written, read, listed and removed", async (size) => {
    const id = randomUUID();
    const bytes = randomBytes(size);
    expect(await storage.write(id, Readable.from([bytes.subarray(0, 7), bytes.subarray(7)]))).toEqual({ bytes: size });
    expect((await bytesOf(id)).equals(bytes)).toBe(true);
    const [entry, ...more] = await Array.fromAsync(storage.list());
    expect(more).toEqual([]);
    expect(entry).toMatchObject({ id, partial: false });
    expect(Math.abs(Date.now() - entry!.modifiedAt.getTime())).toBeLessThan(60_000);
    await storage.remove(id);
    await storage.remove(id);
    await expect(storage.read(id)).rejects.toBeInstanceOf(BlobMissingError);
    expect(await listed()).toEqual([]);
  });

  test.each(["../../../../etc/passwd", "a", "", `${randomUUID()}/`, `${randomUUID()}\n`, randomUUID().toUpperCase(), "..".repeat(18)])("%j is no id", async (id) => {
    await expect(storage.write(id, Readable.from([Buffer.of(1)]))).rejects.toBeInstanceOf(TypeError);
    await expect(storage.read(id)).rejects.toBeInstanceOf(TypeError);
    await expect(storage.remove(id)).rejects.toBeInstanceOf(TypeError);
    await expect(storage.abandon(id)).rejects.toBeInstanceOf(TypeError);
    expect(await listed()).toEqual([]);
  });

  test.each([70_000, 7 * megabyte])("a source that breaks after %i bytes leaves nothing, and its own error comes out", async (size) => {
    const source = Readable.from((async function* () { yield randomBytes(size); throw new Error("cable pulled"); })());
    await expect(storage.write(randomUUID(), source)).rejects.toThrow("cable pulled");
    expect(source.destroyed).toBe(true);
    expect(await listed()).toEqual([]);
  });

  test("while writing, only an unfinished write is seen; it is never readable", async () => {
    const id = randomUUID();
    const seen: unknown[] = [];
    await halfway(id, async () => void seen.push(await listed(), await storage.read(id).catch((error: unknown) => error)), () => Buffer.from("end"));
    expect(seen).toEqual([[`${id}.part`], expect.any(BlobMissingError)]);
    expect(await listed()).toEqual([id]);
    expect((await bytesOf(id)).subarray(-3).toString()).toBe("end");
  });

  test("an unfinished write can be abandoned, and removed; the blob of that id stays or goes accordingly", async () => {
    const id = randomUUID();
    const whole = randomUUID();
    await storage.write(whole, Readable.from([Buffer.of(1)]));
    await storage.abandon(whole);
    await halfway(id, () => storage.abandon(id), () => { throw new Error("cable pulled"); }).catch(() => {});
    expect(await listed()).toEqual([whole]);
    await halfway(id, () => storage.remove(id), () => { throw new Error("cable pulled"); }).catch(() => {});
    expect(await listed()).toEqual([whole]);
  });

  test("an id is written once; the first stays whole", async () => {
    const id = randomUUID();
    await storage.write(id, Readable.from([Buffer.from("first")]));
    for (const second of [Buffer.from("second"), randomBytes(6 * megabyte)]) {
      const source = Readable.from([second]);
      await expect(storage.write(id, source)).rejects.toThrow("already there");
      expect(source.destroyed).toBe(true);
    }
    expect((await bytesOf(id)).toString()).toBe("first");
    expect(await listed()).toEqual([id]);
  });

  test("many are listed, each once", async () => {
    const ids = Array.from({ length: 20 }, () => randomUUID());
    await Promise.all(ids.map((id) => storage.write(id, Readable.from([Buffer.of(1)]))));
    expect(await listed()).toEqual(ids.sort());
    const beginnings = [...new Set(ids.map((id) => id.slice(0, 2))), "zz"];
    for (const beginning of beginnings) expect((await Array.fromAsync(storage.list(beginning))).map(({ id }) => id).sort()).toEqual(ids.filter((id) => id.startsWith(beginning)));
  });

  test("memory stays where it is, however large the blob", async () => {
    const id = randomUUID();
    const chunk = randomBytes(64 * 1024);
    const before = await heldBytes();
    let peak = before;
    const look = async (nth: number) => { if (nth % 200 === 199) peak = Math.max(peak, await heldBytes()); };
    await storage.write(id, Readable.from((async function* () { for (let sent = 0; sent < 1_600; sent += 1) { await look(sent); yield Buffer.from(chunk); } })()));
    let [bytes, pieces] = [0, 0];
    for await (const piece of (await storage.read(id)) as AsyncIterable<Buffer>) {
      bytes += piece.length;
      await look(pieces++);
    }
    expect(bytes).toBe(1_600 * chunk.length);
    expect((peak - before) / megabyte).toBeLessThan(40);
  });

  test("check passes on a good place and leaves nothing", async () => {
    await storage.check();
    expect(await listed()).toEqual([]);
  });
});
