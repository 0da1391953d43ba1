import { randomUUID } from "node:crypto";
import { Readable } from "node:stream";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { db } from "../db";
import { sweep } from "../jobs/sweep";
import { type Driver, drivers, listedIn } from "../vault/fixtures/drivers";
import { pdfOf } from "../vault/fixtures/make-pdf";
import { receive } from "../vault/intake";
import { newKey } from "../vault/keys";
import type { Storage } from "../vault/storage";
import { asDraft, get, jpeg, photo, post } from "./fixtures/requests";
import { servePage } from "./serve";

vi.setConfig({ testTimeout: 90_000 });
const jar = vi.hoisted(() => new Map<string, string>());
vi.mock("next/headers", () => ({
  cookies: async () => ({ get: (name: string) => (jar.has(name) ? { name, value: jar.get(name) } : undefined), set: (name: string, value: string) => void jar.set(name, value) }),
  headers: async () => new Headers(),
}));
vi.mock("next/navigation", () => ({ redirect: vi.fn(), notFound: vi.fn() }));
/** Which of the two real drivers this process has: the product itself chooses once, by STORAGE_URL. */
const place = vi.hoisted(() => ({ storage: undefined as unknown }));
vi.mock("../storage", () => ({ storage: () => place.storage }));

const run = { jobId: "1", attempt: 1, isLastAttempt: false };
const atMinute = (minutes: number) => void (process.env.RIGHTSDESK_CLOCK_OFFSET_MS = String(minutes * 60_000));

/* Blobs are safe before their row is written: whatever ends the process in between leaves only blobs nobody can open. security.md R1. */
describe.each(drivers)("ended between blob and row ($kind)", ({ start }) => {
  let driver: Driver;
  let storage: Storage;
  beforeAll(async () => void (driver = await start()), 60_000);
  afterAll(async () => driver.end());
  beforeEach(async () => {
    place.storage = storage = await driver.fresh();
    await db().file.deleteMany({});
  });
  afterEach(() => void delete process.env.RIGHTSDESK_CLOCK_OFFSET_MS);

  /** All that an upload does before its row: one whose process ended then. */
  async function endedBeforeItsRow(allow: "proof" | "reply"): Promise<string[]> {
    const intake = { fileId: randomUUID(), key: newKey(), storage, name: "acte.pdf", declaredType: "application/pdf", allow } as const;
    const received = await receive(Readable.from([pdfOf("0 0 m 9 9 l S", { pages: 2 })]), intake);
    return received.ok ? received.blobs.map(({ id }) => id) : [];
  }

  test("an hour later its blobs are gone; those with a row stay and open; a try again works", async () => {
    await asDraft(jar);
    const orphans = [...(await endedBeforeItsRow("proof")), ...(await endedBeforeItsRow("reply"))];
    expect(orphans).toHaveLength(3);
    const answer = await post("for=draft&purpose=identity&locale=fr", [await photo()]);
    const { files } = (await answer.json()) as { files: { id: string }[] };
    const id = files[0]?.id ?? "";
    const { blobs } = await db().file.findUniqueOrThrow({ where: { id } });
    expect(await listedIn(storage)).toEqual([...orphans, ...blobs].sort());

    atMinute(58);
    await sweep({}, run);
    expect(await listedIn(storage), "it may be an upload still being recorded").toEqual([...orphans, ...blobs].sort());

    atMinute(62);
    await sweep({}, run);
    expect(await listedIn(storage)).toEqual(blobs);
    expect(await db().file.count()).toBe(1);
    const page = await servePage(get(`/api/files/${id}/1`), id, "1");
    expect([page.status, Buffer.from(await page.arrayBuffer()).subarray(0, 3).toString("hex")]).toEqual([200, (await jpeg()).subarray(0, 3).toString("hex")]);
    expect((await post("for=draft&purpose=identity&locale=fr", [await photo()])).status).toBe(201);
  });
});
