import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { addNote } from "@/lib/request/handle/add-note";
import { purgeCaseFile } from "@/lib/request/retain/purge-case-file";
import { systemActor } from "./actor";
import { writeNote } from "./add-note";
import { now } from "./clock";
import { db } from "./db";
import { asRequester, asStaff, get, photo, post } from "./files/fixtures/requests";
import { serveKeptFile, servePage } from "./files/serve";
import { answerCase } from "./fixtures/answer";
import { newCase, newMember, newStaff, newTeam, requesterOf } from "./fixtures/cases";
import { sendMention } from "./jobs/send-mention";
import { startMailServer, type TestMailServer } from "./mail/fixtures/mail-server";
import { closeMail } from "./mail/transport";
import { perform } from "./perform";
import { caseOf } from "./reads/case";
import { readersOf } from "./reads/colleagues";
import { followed } from "./reads/follow";
import { queue } from "./reads/queue";
import { loadCase } from "./store";

const jar = vi.hoisted(() => new Map<string, string>());
vi.mock("next/headers", () => ({
  cookies: async () => ({ get: (name: string) => (jar.has(name) ? { name, value: jar.get(name) } : undefined) }),
  headers: async () => new Headers(),
}));
vi.mock("next/navigation", () => ({ redirect: vi.fn(), notFound: vi.fn() }));

let server: TestMailServer;
beforeAll(async () => {
  server = await startMailServer();
  process.env.SMTP_URL = server.url;
});
afterAll(() => {
  closeMail();
  return server.close();
});
beforeEach(() => {
  jar.clear();
  server.received.length = 0;
});

const run = { jobId: "1", attempt: 1, isLastAttempt: false };
const body = "CANARY-NOTE";
const lastNote = async (reference: string) => (await loadCase(reference))!.events.findLast(({ type }) => type === "NoteAdded")!;
const jobsOf = async (eventId: string) => {
  const rows = await db().$queryRaw<{ staffId: string }[]>`select payload->>'staffId' as "staffId" from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id where t.identifier = 'send-mention' and payload->>'eventId' = ${eventId}`;
  return rows.map(({ staffId }) => staffId);
};

describe("a note names colleagues", () => {
  test("each is told once, by the reference alone, and finds the case; the event holds ids", async () => {
    const [reference, author, told, other] = [await newCase(), await newStaff("agent"), await newStaff("auditor"), await newStaff("dpo")];
    expect(await writeNote(author, { body, tell: [told.id, told.id] }, reference)).toMatchObject({ ok: true });
    const { id: eventId, data } = await lastNote(reference);
    expect(data).toEqual({ noteId: eventId, mentions: [told.id] });
    expect(await jobsOf(eventId)).toEqual([told.id]);
    for (let times = 0; times < 3; times += 1) await sendMention({ eventId, staffId: told.id }, run);
    expect(server.received.map(({ to }) => to)).toEqual([[told.email]]);
    const mail = server.received[0]!.raw;
    expect(mail).toContain(`Une note de ${reference} vous cite`);
    expect(mail).toContain(`/office/requests/${reference}`);
    for (const personal of ["CANARY", "Canary Durand", body]) expect(mail).not.toContain(personal);
    const found = async (who: typeof told) => (await queue(who, { who: "mentioned" })).rows.map((row) => row.reference);
    expect([await found(told), await found(other), await found(author)]).toEqual([[reference], [], []]);
    expect((await caseOf(other, reference))?.timeline.at(-1)?.told).toHaveLength(1);
  });

  test("killed between sending and remembering, the same mail leaves again under the same id; a mail server that is away is tried again", async () => {
    const [reference, author, told] = [await newCase(), await newStaff("agent"), await newStaff("agent")];
    await writeNote(author, { body, tell: [told.id] }, reference);
    const { id: eventId } = await lastNote(reference);
    server.answer({ at: "rcpt", code: 451 });
    await expect(sendMention({ eventId, staffId: told.id }, run)).rejects.toThrow();
    server.answer(null);
    await sendMention({ eventId, staffId: told.id }, run);
    await db().mention.updateMany({ where: { eventId }, data: { sentAt: null } });
    await sendMention({ eventId, staffId: told.id }, run);
    const ids = server.received.map(({ raw }) => /^Message-ID: (.+)$/im.exec(raw)?.[1]);
    expect([ids.length, new Set(ids).size]).toEqual([2, 1]);
  });

  test("only who may read cases and still works here; one who left since is sent nothing", async () => {
    const [reference, author] = [await newCase(), await newStaff("agent")];
    const [administrator, gone, leaving] = [await newStaff("administrator"), await newStaff("agent"), await newStaff("agent")];
    await db().staff.update({ where: { id: gone.id }, data: { disabledAt: now() } });
    const readers = (await readersOf(author, reference)).map(({ id }) => id);
    expect([administrator, gone, leaving, author].map(({ id }) => readers.includes(id))).toEqual([false, false, true, false]);
    expect(await readersOf(await newStaff("auditor"), reference)).toEqual([]);
    const [teamId, narrow] = [await newTeam(), async (scope: "team" | "own") => newMember(["agent"], teamId, scope)];
    const [ofTeam, own] = [await narrow("team"), await narrow("own")];
    const seeing = async () => (await readersOf(author, reference)).map(({ id }) => id).filter((id) => id === ofTeam.id || id === own.id);
    expect(await seeing(), "who does not see the case").toEqual([]);
    await db().subjectRequest.update({ where: { reference }, data: { teamId } });
    expect(await seeing()).toEqual([ofTeam.id]);
    expect(await readersOf(own, reference)).toEqual([]);
    for (const id of [administrator.id, gone.id, author.id]) expect(await writeNote(author, { body, tell: [leaving.id, id] }, reference)).toEqual({ refused: "colleague-unknown" });
    expect((await loadCase(reference))?.caseFile?.notes).toEqual([]);
    await writeNote(author, { body, tell: [leaving.id] }, reference);
    const { id: eventId } = await lastNote(reference);
    await db().staff.update({ where: { id: leaving.id }, data: { roles: ["administrator"] } });
    await sendMention({ eventId, staffId: leaving.id }, run);
    expect(server.received).toEqual([]);
  });

  test("what is no list of people is an error of the field", () => {
    for (const tell of ["x", ["x"], Array.from({ length: 51 }, () => randomUUID())]) expect(addNote.input.safeParse({ body, tell }).error?.issues[0]?.path[0]).toBe("tell");
  });
});

describe("files of a note", () => {
  const upload = async (reference: string) => ((await (await post(`for=note&purpose=note&locale=fr&reference=${reference}`, [await photo("CANARY-FILE.jpg")])).json()) as { files: { id: string }[] }).files[0]!.id;
  const statusOf = async (id: string) => (await serveKeptFile(get(`/api/files/${id}`), id)).status;

  test("wait for their author alone, join the author's next note, are there for those who may look, and never for the person", async () => {
    const reference = await newCase();
    const author = await asStaff(jar, "agent");
    const id = await upload(reference);
    expect([await statusOf(id), (await servePage(get(`/api/files/${id}/1`), id, "1")).status]).toEqual([200, 404]);
    const colleague = await asStaff(jar, "agent");
    const shown = async (who: typeof author) => (await caseOf(who, reference))?.files.map((file) => file.id);
    expect([await statusOf(id), await shown(colleague), await shown(author)]).toEqual([404, [], [id]]);
    await writeNote(colleague, { body: "Sans le fichier" }, reference);
    expect((await lastNote(reference)).data).not.toHaveProperty("fileIds");
    await writeNote(author, { body }, reference);
    expect((await lastNote(reference)).data).toMatchObject({ fileIds: [id] });
    expect([await statusOf(id), await shown(colleague)]).toEqual([200, [id]]);
    jar.clear();
    await asRequester(jar, reference);
    expect([await statusOf(id), (await servePage(get(`/api/files/${id}/1`), id, "1")).status]).toEqual([404, 404]);
    const seen = JSON.stringify(await followed(requesterOf(reference)));
    for (const hidden of [id, body, "CANARY-FILE", "NoteAdded", author.id]) expect(seen).not.toContain(hidden);
    expect((await post(`for=follow&purpose=note&locale=fr&reference=${reference}`, [await photo()])).status).toBe(422);
  });

  test("what the antivirus has not cleared joins no note: the person must never be told of it", async () => {
    const reference = await newCase();
    const author = await asStaff(jar, "agent");
    const id = await upload(reference);
    await db().file.update({ where: { id }, data: { scan: "pending" } });
    expect(await writeNote(author, { body }, reference)).toEqual({ refused: "not-scanned-yet" });
    await db().file.update({ where: { id }, data: { scan: "clean" } });
    expect(await writeNote(author, { body }, reference)).toMatchObject({ ok: true });
  });

  test("outlive the reply, also while they wait, and go with the case file, as does who was told", async () => {
    const reference = await newCase();
    const [author, dpo] = [await asStaff(jar, "agent"), await newStaff("dpo")];
    const joined = await upload(reference);
    await writeNote(author, { body, tell: [dpo.id] }, reference);
    const waiting = await upload(reference);
    await answerCase(dpo, reference, now());
    expect([await statusOf(joined), await statusOf(waiting)]).toEqual([200, 200]);
    await writeNote(author, { body: "Après la réponse" }, reference);
    expect((await lastNote(reference)).data).toMatchObject({ fileIds: [waiting] });
    const { id: eventId } = (await loadCase(reference))!.events.find(({ data }) => "mentions" in data)!;
    expect(await perform(systemActor(), purgeCaseFile, {}, { reference })).toMatchObject({ ok: true });
    expect([await db().file.count({ where: { reference } }), await db().mention.count({ where: { reference } }), await statusOf(joined)]).toEqual([0, 0, 404]);
    await sendMention({ eventId, staffId: dpo.id }, run);
    expect(server.received).toEqual([]);
  });
});
