import { randomBytes, randomUUID } from "node:crypto";
import { open, rm } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { db } from "../db";
import { wrapFileKey } from "../file-name";
import { newCase, newFile, newStaff } from "../fixtures/cases";
import { log } from "../log";
import { caseOf } from "../reads/case";
import { alone } from "../reads/asked";
import { notices } from "../reads/notices";
import { healthNow } from "../reads/health";
import { loadCase } from "../store";
import { encrypt } from "../vault/cipher";
import { type Driver, drivers } from "../vault/fixtures/drivers";
import { newKey } from "../vault/keys";
import type { Storage } from "../vault/storage";
import { scrub } from "./scrub";

vi.setConfig({ testTimeout: 90_000 });
let used: Storage;
vi.mock("../storage", () => ({ storage: () => used }));
const run = { jobId: "1", attempt: 1, isLastAttempt: false };
const days = (count: number) => void (process.env.RIGHTSDESK_CLOCK_OFFSET_MS = String(count * 86_400_000));
afterEach(() => {
  delete process.env.RIGHTSDESK_CLOCK_OFFSET_MS;
  vi.restoreAllMocks();
});

describe.each(drivers)("$kind", ({ start }) => {
  let driver: Driver;
  let reference: string;
  let key: Buffer;
  let said: string[];
  beforeAll(async () => void (driver = await start()), 60_000);
  afterAll(async () => driver.end());
  beforeEach(async () => {
    used = await driver.fresh();
    await db().file.deleteMany({});
    reference = await newCase();
    key = (await loadCase(reference))?.key as Buffer;
    said = [];
    for (const level of ["info", "error"] as const) vi.spyOn(log, level).mockImplementation(({ code, fileId = "", reference: of = "", count }) => void said.push(`${level} ${code} ${fileId}${of}${count ?? ""}`));
  });

  /** A file of two blobs, as an upload leaves it, but for the last `lost` of them. */
  async function stored(lost = 0): Promise<{ id: string; blobs: string[] }> {
    const id = await newFile({ reference, key }, "message");
    const own = newKey();
    const blobs = [randomUUID(), randomUUID()];
    for (const blob of blobs.slice(0, 2 - lost)) await used.write(blob, Readable.from([randomBytes(150_000)]).pipe(encrypt(own, blob)));
    await db().file.update({ where: { id }, data: { blobs, pending: false, wrappedKey: wrapFileKey(key, id, own) } });
    return { id, blobs };
  }
  const faults = async () => Object.fromEntries((await db().file.findMany()).map(({ id, fault }) => [id, fault]));
  const filesPart = async () => (await healthNow()).files;

  /** One byte of the blob is another. */
  async function flip(blob: string): Promise<() => Promise<void>> {
    const whole = Buffer.concat(await Array.fromAsync((await used.read(blob)) as AsyncIterable<Buffer>));
    const put = async (bytes: Buffer) => {
      await used.remove(blob);
      await used.write(blob, Readable.from([bytes]));
    };
    const flipped = Buffer.from(whole);
    flipped[100_000] = (flipped[100_000] as number) ^ 1;
    await put(flipped);
    return () => put(whole);
  }

  test("a flipped byte is found, with an alarm that names file and case; mended, it is well again the next night", async () => {
    const [well, ill] = [await stored(), await stored()];
    const mend = await flip(ill.blobs[1] as string);
    await scrub({}, run);
    expect(await faults()).toEqual({ [well.id]: null, [ill.id]: "integrity" });
    expect(said.filter((line) => line.startsWith("error"))).toEqual([`error file_integrity ${ill.id}${reference}`]);
    expect(said).toContain("info scrubbed 2");
    expect(await filesPart()).toBe("failing");
    await mend();
    days(1);
    await scrub({}, run);
    expect(await faults()).toEqual({ [well.id]: null, [ill.id]: null });
    expect(await filesPart()).toBe("ok");
  });

  test("a row without its blob is reported; removed from the row, it is no more", async () => {
    const [well, ill] = [await stored(), await stored(1)];
    await scrub({}, run);
    expect(await faults()).toEqual({ [well.id]: null, [ill.id]: "missing" });
    const agent = await newStaff("agent");
    expect([(await alone(notices(agent))).faulty, (await alone(notices(await newStaff("administrator")))).faulty]).toEqual([[reference], []]);
    expect((await caseOf(agent, reference))?.files).toMatchObject([{ id: well.id, isFaulty: false }, { id: ill.id, isFaulty: true }]);
    expect(said.filter((line) => line.startsWith("error"))).toEqual([`error file_missing ${ill.id}${reference}`, "error files_missing 1"]);
    expect(await filesPart()).toBe("failing");
    await db().file.delete({ where: { id: ill.id } });
    expect(await filesPart()).toBe("ok");
  });

  test("a register being taken over without its blob is reported; one that has it, or was ended, is not", async () => {
    const { id: staffId } = await newStaff("dpo");
    const register = (blob: string | null) => db().registerImport.create({ data: { id: randomUUID(), staffId, source: "x", state: "checking", createdAt: new Date(), bytes: 1, sha256: new Uint8Array(32), blob } });
    const kept = randomUUID();
    await used.write(kept, Readable.from([randomBytes(10)]));
    const [ill] = [await register(randomUUID()), await register(kept), await register(null)];
    await scrub({}, run);
    expect(said.filter((line) => line.startsWith("error"))).toEqual([`error file_missing ${ill.id}`, "error files_missing 1"]);
    await db().registerImport.deleteMany({});
  });

  test("what was read through lately is not read again until its time comes; a run broken off goes on where it was", async () => {
    const files = [await stored(), await stored(), await stored()];
    const read = vi.spyOn(used, "read");
    const broken = new AbortController();
    read.mockImplementationOnce(async (id) => {
      broken.abort();
      return used.read(id);
    });
    await scrub({}, { ...run, signal: broken.signal });
    const first = read.mock.calls.length;
    await scrub({}, run);
    const ids = new Set(read.mock.calls.map(([id]) => id));
    expect([ids.size, first < 6]).toEqual([6, true]);
    expect(ids).toEqual(new Set(files.flatMap(({ blobs }) => blobs)));
    read.mockClear();
    days(20);
    await scrub({}, run);
    expect(read).not.toHaveBeenCalled();
    days(31);
    await scrub({}, run);
    expect(read).toHaveBeenCalledTimes(6);
  });

  test("a storage that is away is no fault of any file: the job fails and is tried again", async () => {
    const { id } = await stored();
    for (const ask of ["read", "check"] as const) vi.spyOn(used, ask).mockRejectedValue(new Error("no route"));
    await expect(scrub({}, run)).rejects.toThrow("no route");
    expect(await faults()).toEqual({ [id]: null });
    vi.mocked(used.read).mockImplementation(async () => { throw Object.assign(new Error("bad sector"), { code: "EIO" }); });
    vi.mocked(used.check).mockResolvedValue();
    await scrub({}, run);
    expect(await faults()).toEqual({ [id]: "unreadable" });
  });
});

test("on the disk itself: one byte of the file", async () => {
  const { env } = await import("../env");
  const { fileStorage } = await import("../vault/storage-file");
  const dir = join(env().dataDir, "scrubbed");
  used = fileStorage(dir);
  await db().file.deleteMany({});
  const reference = await newCase();
  const key = (await loadCase(reference))?.key as Buffer;
  const id = await newFile({ reference, key }, "identity");
  const [own, blob] = [newKey(), randomUUID()];
  await used.write(blob, Readable.from([randomBytes(70_000)]).pipe(encrypt(own, blob)));
  await db().file.update({ where: { id }, data: { blobs: [blob], wrappedKey: wrapFileKey(key, id, own) } });
  const handle = await open(join(dir, blob.slice(0, 2), blob), "r+");
  await handle.write(Buffer.from([0x5a, 0x5a, 0x5a]), 0, 3, 69_000);
  await handle.close();
  await scrub({}, run);
  expect(await db().file.findUniqueOrThrow({ where: { id } })).toMatchObject({ fault: "integrity" });
  await rm(dir, { recursive: true });
});
