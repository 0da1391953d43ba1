import { randomBytes, randomUUID } from "node:crypto";
import { PassThrough, Readable } from "node:stream";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { type Driver, drivers, listedIn } from "./fixtures/drivers";
import { missingBlobs } from "./missing";
import type { Storage } from "./storage";
import { sweep } from "./sweep";

vi.setConfig({ testTimeout: 90_000 });
const minutes = (count: number) => new Date(Date.now() + count * 60_000);

describe.each(drivers)("$kind", ({ start }) => {
  let driver: Driver;
  let storage: Storage;
  beforeAll(async () => void (driver = await start()), 60_000);
  afterAll(async () => driver.end());
  beforeEach(async () => void (storage = await driver.fresh()));

  const listed = () => listedIn(storage);
  async function blob(): Promise<string> {
    const id = randomUUID();
    await storage.write(id, Readable.from([Buffer.of(1)]));
    return id;
  }

  test("only orphans and unfinished writes older than an hour go", async () => {
    const [known, orphan] = [await blob(), await blob()];
    const unfinished = randomUUID();
    const source = new PassThrough();
    const writing = storage.write(unfinished, source).catch(() => "broken off");
    source.write(randomBytes(6 * 1024 * 1024));
    while (!(await listed()).includes(`${unfinished}.part`)) await sleep(20);
    const asked: string[] = [];
    const isKnown = async (ids: string[]) => (asked.push(...ids), new Set([known]));
    expect(await sweep(storage, isKnown, minutes(58))).toEqual({ orphans: 0, partials: 0 });
    expect(asked).toEqual([]);
    expect(await sweep(storage, isKnown, minutes(62))).toEqual({ orphans: 1, partials: 1 });
    expect(asked.sort()).toEqual([known, orphan].sort());
    expect(await listed()).toEqual([known]);
    source.destroy(new Error("cable pulled"));
    expect(await writing).toBe("broken off");
  });

  test("when it is not known what is known, nothing goes", async () => {
    const id = await blob();
    await expect(sweep(storage, async () => { throw new Error("no database"); }, minutes(120))).rejects.toThrow("no database");
    expect(await listed()).toEqual([id]);
  });

  test("what is pointed to and not there is named, what is there is not, and what is unfinished is not there", async () => {
    const [there, gone] = [await blob(), randomUUID()];
    const expected = async (beginning: string) => [there, gone].filter((id) => id.startsWith(beginning)).map((id) => ({ blob: id }));
    expect(await Array.fromAsync(missingBlobs(storage, expected))).toEqual([{ blob: gone }]);
  });
});
