import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { acceptIdentity } from "@/lib/request/check/accept-identity";
import { receiveIdentity } from "@/lib/request/check/receive-identity";
import { rejectIdentity } from "@/lib/request/check/reject-identity";
import { decideClaim } from "@/lib/request/handle/decide-claim";
import { draftReply } from "@/lib/request/reply/draft-reply";
import { sendReply } from "@/lib/request/reply/send-reply";
import { startClamd } from "../../../.commands/clamd.mjs";
import { now } from "../clock";
import { db } from "../db";
import { env } from "../env";
import { fileDraft } from "../file-draft";
import { requesterOf } from "../fixtures/cases";
import { rescan } from "../jobs/rescan";
import { scanFile } from "../jobs/scan-file";
import { sweep } from "../jobs/sweep";
import { taskList } from "../jobs/tasks";
import { perform } from "../perform";
import { caseOf } from "../reads/case";
import { currentDraft } from "../reads/draft";
import { followed } from "../reads/follow";
import { healthNow } from "../reads/health";
import { storage } from "../storage";
import { loadCase } from "../store";
import { eicar } from "../vault/fixtures/eicar";
import { zipOf } from "../vault/fixtures/make-zip";
import { asDraft, asRequester, asStaff, blobIds, get, jpeg, photo, post, type Sent } from "./fixtures/requests";
import { servePage, serveKeptFile } from "./serve";

const jar = vi.hoisted(() => new Map<string, string>());
vi.mock("next/headers", () => ({
  cookies: async () => ({ get: (name: string) => (jar.has(name) ? { name, value: jar.get(name) } : undefined), set: (name: string, value: string) => void jar.set(name, value) }),
  headers: async () => new Headers(),
}));
vi.mock("next/navigation", () => ({ redirect: vi.fn(), notFound: vi.fn() }));

/* The real clamd, killed and started again around uploads of all kinds. security.md UP5. */
let daemon: Awaited<ReturnType<typeof startClamd>>;
beforeAll(async () => {
  daemon = await startClamd();
  process.env.CLAMD_URL = daemon.url;
}, 300_000);
afterAll(async () => daemon.end());

beforeEach(async () => {
  jar.clear();
  await db().file.deleteMany({});
  await db().$queryRaw`select count(*)::int from (select graphile_worker.complete_jobs(array_agg(id)) from graphile_worker.jobs) done`;
  for (const id of await blobIds()) await storage().remove(id);
  await daemon.stop();
  await daemon.start();
});

const run = { jobId: "1", attempt: 1, isLastAttempt: false };
const infectedPhoto = async (): Promise<Sent> => ({ bytes: Buffer.concat([await jpeg(), Buffer.from(eicar)]), name: "carte.jpg", type: "image/jpeg" });
const identity = "for=draft&purpose=identity&locale=fr";
const scanOf = async (id: string) => (await db().file.findUniqueOrThrow({ where: { id } })).scan;
const page = (id: string) => servePage(get(`/api/files/${id}/1`), id, "1");

/** What an upload took in: one file. */
async function taken(query: string, sent: Sent): Promise<{ status: number; id: string }> {
  const answer = await post(query, [sent]);
  const { files } = (await answer.json()) as { files: { id: string }[] };
  return { status: answer.status, id: files[0]!.id };
}

/** The jobs that wait, run once in their order; what they leave behind waits for the next call. */
async function work(): Promise<void> {
  const jobs = await db().$queryRaw<{ id: bigint; task: string; payload: object }[]>`
    select id, task_identifier as task, (select payload from graphile_worker._private_jobs p where p.id = j.id) as payload from graphile_worker.jobs j order by id`;
  for (const { id, task, payload } of jobs) {
    if (task !== "scan-file" && task !== "remove-blobs") continue;
    const done = await Promise.resolve(taskList()[task]!(payload, { job: { id: String(id), attempts: 1, max_attempts: 10 } } as never)).then(() => true, () => false);
    if (done) await db().$queryRaw`select count(*)::int from (select graphile_worker.complete_jobs(array[${id}::bigint])) done`;
  }
}

describe("while it answers", () => {
  test("a clean photograph is taken in, cleared, and seen", async () => {
    await asRequester(jar);
    const { status, id } = await taken("for=follow&purpose=identity&locale=fr", await photo());
    expect([status, await scanOf(id), (await page(id)).status]).toEqual([201, "clean", 200]);
    expect(await blobIds()).toHaveLength(1);
  });

  test.each<[string, string, () => Promise<Sent>]>([
    ["bare", "reply", async () => ({ bytes: Buffer.from(eicar), name: "note.txt", type: "text/plain" })],
    ["in a ZIP", "reply", async () => ({ bytes: zipOf("note.txt", Buffer.from(eicar)), name: "data.zip", type: "application/zip" })],
    ["in the tail of a JPEG", "reply", infectedPhoto],
    ["in the tail of a JPEG", "draft", infectedPhoto],
  ])("EICAR %s, for a %s: 422 malware, a sentence without blame, and nothing is kept", async (_where, use, file) => {
    const reference = await asRequester(jar);
    if (use === "draft") await asDraft(jar);
    else await asStaff(jar, "agent");
    const answer = await post(use === "draft" ? identity : `for=reply&purpose=reply&locale=fr&reference=${reference}`, [await photo(), await file()]);
    const told = (await answer.json()) as { code: string; message: string };
    expect([answer.status, told.code]).toEqual([422, "malware"]);
    expect(told.message).toMatch(/^Par sécurité, ce fichier n’a pas été gardé/);
    expect([await db().file.count(), await blobIds()]).toEqual([0, []]);
  });

  test("without a script the form's page tells it", async () => {
    await asDraft(jar);
    const answer = await post(identity, [await infectedPhoto()], { accept: "text/html" });
    expect(answer.headers.get("location")).toBe("/fr/ask/access/documents?upload=malware&purpose=identity");
  });

  test("health says so, and says so when it is gone", async () => {
    expect((await healthNow()).antivirus).toBe("ok");
    await daemon.stop();
    expect((await healthNow()).antivirus).toBe("failing");
  });
});

describe("while it is down", () => {
  beforeEach(() => daemon.stop());

  test("a proof is taken in with 202 and opened by nobody; it is filed all the same, and cleared when the antivirus is back", async () => {
    const draftId = await asDraft(jar);
    const { status, id } = await taken(identity, await photo());
    expect([status, await scanOf(id), (await blobIds()).length]).toEqual([202, "pending", 2]);
    expect((await currentDraft())?.files).toMatchObject([{ id, scan: "pending" }]);
    expect([(await page(id)).status, await (await page(id)).json()]).toMatchObject([409, { code: "not-scanned" }]);

    const filed = await fileDraft(draftId);
    if ("refused" in filed) return expect.unreachable(filed.refused);
    const agent = await asStaff(jar, "agent");
    expect((await caseOf(agent, filed.reference))?.files).toMatchObject([{ id, scan: "pending" }]);
    const closed = await page(id);
    expect([closed.status, ((await closed.json()) as { message: string }).message]).toEqual([409, expect.stringContaining("attend encore son contrôle de sécurité")]);
    expect(await perform(agent, acceptIdentity, { method: "document", kinds: ["passport"] }, { reference: filed.reference })).toEqual({ refused: "not-scanned-yet" });
    await work();
    expect([await scanOf(id), (await page(id)).status]).toEqual(["pending", 409]);

    await daemon.start();
    await rescan({}, run);
    await work();
    expect([await scanOf(id), (await page(id)).status]).toEqual(["clean", 200]);
    await work();
    expect(await blobIds()).toHaveLength(1);
    expect(await perform(agent, acceptIdentity, { method: "document", kinds: ["passport"] }, { reference: filed.reference })).toMatchObject({ ok: true });
  });

  test("a proof it never judges holds up nothing: rejected, it is destroyed with the original that waited, and the reply leaves", async () => {
    const reference = await asRequester(jar);
    const { id } = await taken("for=follow&purpose=identity&locale=fr", await photo());
    await perform(requesterOf(reference), receiveIdentity, {}, { reference });
    expect([await scanOf(id), (await blobIds()).length]).toEqual(["pending", 2]);
    const agent = await asStaff(jar, "agent");
    const [claim] = (await loadCase(reference))!.request.claims;
    const decision = { claimId: claim!.id, outcome: "fulfilled" as const, grounds: [], explanation: null };
    expect(await perform(agent, decideClaim, decision, { reference })).toEqual({ refused: "not-allowed-now" });
    expect(await perform(agent, rejectIdentity, { reason: "unreadable" }, { reference })).toMatchObject({ ok: true });
    expect(await db().file.count({ where: { id } })).toBe(0);
    await work();
    expect(await blobIds()).toEqual([]);
    await daemon.start();
    await scanFile({ fileId: id }, run);
    expect(await perform(agent, decideClaim, decision, { reference })).toMatchObject({ ok: true });
    await perform(agent, draftReply, { body: "Voici vos données." }, { reference });
    expect(await perform(agent, sendReply, { fileIds: [] }, { reference })).toMatchObject({ ok: true });
  });

  test("what turns out infected after filing is destroyed by an event, with its letter, and the case goes on", async () => {
    const reference = await asRequester(jar);
    const { status, id } = await taken("for=follow&purpose=identity&locale=fr", await infectedPhoto());
    expect(status).toBe(202);
    await perform(requesterOf(reference), receiveIdentity, {}, { reference });
    expect((await loadCase(reference))?.request.state).toBe("identity-to-check");

    await daemon.start();
    await work();
    const found = await loadCase(reference);
    expect(found?.events.at(-1)).toMatchObject({ type: "FileRefusedAsUnsafe", actor: "system", data: { purpose: "identity", destroyedFileIds: [id] } });
    expect(found?.request).toMatchObject({ state: "new", proofs: [] });
    expect(await db().file.count()).toBe(0);
    const letters = await db().$queryRaw<{ n: number }[]>`select count(*)::int as n from graphile_worker.jobs where task_identifier = 'send-letter' and key like 'file-refused:%'`;
    expect(letters[0]?.n).toBe(1);
    expect((await followed(requesterOf(reference)))?.events.at(-1)?.type).toBe("FileRefusedAsUnsafe");
    await work();
    expect(await blobIds()).toEqual([]);
    await scanFile({ fileId: id }, run);
    expect((await loadCase(reference))?.events.filter(({ type }) => type === "FileRefusedAsUnsafe")).toHaveLength(1);
  });

  test("what turns out infected before it is sent tells the one who uploaded it, is not sent, and is destroyed", async () => {
    const draftId = await asDraft(jar);
    const { id } = await taken(identity, await infectedPhoto());
    await daemon.start();
    await work();
    await work();
    expect((await currentDraft())?.files).toMatchObject([{ id, scan: "infected", pages: 0 }]);
    expect([await blobIds(), (await page(id)).status]).toEqual([[], 404]);
    expect((await db().file.findUniqueOrThrow({ where: { id } })).wrappedKey).toHaveLength(0);
    const filed = await fileDraft(draftId);
    if ("refused" in filed) return expect.unreachable(filed.refused);
    expect((await loadCase(filed.reference))?.events[0]?.data).toMatchObject({ files: [] });
  });

  test("a file for a reply is seen neither by staff nor by the person until it is cleared", async () => {
    const reference = await asRequester(jar);
    const person = new Map(jar);
    await asStaff(jar, "agent");
    const { status, id } = await taken(`for=reply&purpose=reply&locale=fr&reference=${reference}`, { bytes: zipOf("data.csv", Buffer.from("a;b\n")), name: "data.zip", type: "application/zip" });
    const serve = () => serveKeptFile(get(`/api/files/${id}`), id);
    expect([status, (await serve()).status]).toEqual([202, 409]);
    await db().file.update({ where: { id }, data: { pending: false } });
    jar.clear();
    for (const [name, value] of person) jar.set(name, value);
    expect((await serve()).status).toBe(409);
    await daemon.start();
    await work();
    expect((await serve()).status).toBe(200);
  });

  test("the sweep leaves the original that waits; taken back, or its draft swept, it goes too", async () => {
    const draftId = await asDraft(jar);
    await taken(identity, await photo());
    const old = vi.spyOn(Date, "now").mockReturnValue(now().getTime() + 3 * 3_600_000);
    await sweep({}, run);
    old.mockRestore();
    expect(await blobIds()).toHaveLength(2);
    await db().draft.update({ where: { id: draftId }, data: { updatedAt: new Date(now().getTime() - 25 * 3_600_000) } });
    await sweep({}, run);
    await work();
    expect([await db().file.count(), await blobIds()]).toEqual([0, []]);
  });

  test("what waits for long raises an alarm, and the rescan itself asks nothing of a dead antivirus", async () => {
    await asDraft(jar);
    const { id } = await taken(identity, await photo());
    await db().file.update({ where: { id }, data: { createdAt: new Date(now().getTime() - 16 * 60_000) } });
    const before = await db().$queryRaw<{ n: number }[]>`select count(*)::int as n from graphile_worker.jobs`;
    const written = vi.spyOn((await import("../log")).log, "error").mockImplementation(() => undefined);
    await rescan({}, run);
    expect(written.mock.calls).toEqual([[{ code: "scan_late", count: 1 }]]);
    written.mockRestore();
    expect(await db().$queryRaw<{ n: number }[]>`select count(*)::int as n from graphile_worker.jobs`).toEqual(before);
    expect(env().clamd).toEqual({ path: daemon.path });
  });
});
