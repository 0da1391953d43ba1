import { createReadStream, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, expect, test, vi } from "vitest";
import { addDays } from "@/lib/law/calendar";
import { acceptIdentity } from "@/lib/request/check/accept-identity";
import { decideClaim } from "@/lib/request/handle/decide-claim";
import type { StaffActor } from "../actor";
import { now } from "../clock";
import { civilDay } from "../clock-facts";
import { db } from "../db";
import { newMember, newStaff, newTeam } from "../fixtures/cases";
import { registerLine, registerOf, type RegisterLine } from "../fixtures/registers";
import { compareDueDates } from "../jobs/compare-due-dates";
import { countFigures } from "../jobs/count-figures";
import { retain } from "../jobs/retain";
import { perform } from "../perform";
import { queue } from "../reads/queue";
import { searchAddress } from "../search-address";
import { loadCase } from "../store";
import { verifyChain } from "../verify-chain";
import { applyFromDisk, dryRun } from "./from-disk";
import { judgedBatches } from "./judge";
import { batchLimits, takeOver } from "./take-over";

// Next's own modules need a page around them.
vi.mock("next/navigation", () => ({ redirect: vi.fn(), notFound: vi.fn() }));
vi.mock("next/headers", () => ({ cookies: vi.fn(), headers: vi.fn() }));

const run = { jobId: "1", attempt: 1, isLastAttempt: false };
const today = civilDay(now());
const folder = mkdtempSync(join(tmpdir(), "rightsdesk-import-"));
let dpo: StaffActor;
beforeAll(async () => void (dpo = await newStaff("dpo")));

function file(name: string, lines: readonly RegisterLine[]): { path: string; source: string } {
  writeFileSync(join(folder, name), registerOf(lines));
  return { path: join(folder, name), source: name };
}

async function imported(name: string, lines: readonly RegisterLine[]) {
  const from = file(name, lines);
  const counts = await applyFromDisk(from, dpo.email, await dryRun(from));
  return { from, counts };
}

/** The request a line became. */
async function caseOf(name: string, line: RegisterLine) {
  const before = new Set((await db().importedLine.findMany()).map(({ reference }) => reference));
  expect((await imported(name, [line])).counts).toEqual({ new: 1, known: 0, changed: 0, wrong: 0 });
  const [row] = await db().importedLine.findMany({ where: { reference: { notIn: [...before] } } });
  const found = await loadCase(row?.reference ?? "");
  if (!found) throw new Error("no case");
  return found;
}

const lines = Array.from({ length: 510 }, (_, index) => registerLine(index, today));

test("a register becomes requests like any other, in batches; the same file again changes nothing, one that says something else is told", async () => {
  const mixed = [...lines, { ...lines[0], id: "OLD-0" }, { ...lines[1], id: "WRONG", receivedOn: "yesterday" }, { ...lines[2], id: "UNASSIGNED", handler: "nobody@example.org" }];
  const from = file("old", mixed);
  const checked = await dryRun(from);
  expect(checked.so).toMatchObject({ lines: 513, ready: 511, known: 0, changed: 0, wrong: 2 });
  expect(checked.findings.filter(({ code }) => ["twice-in-file", "date", "unknown-handler"].includes(code)).map(({ line, column, code }) => [line, column, code])).toEqual([
    [1022, "id", "twice-in-file"],
    [1024, "receivedOn", "date"],
    [1026, "handler", "unknown-handler"],
  ]);
  expect(await db().subjectRequest.count(), "a dry run writes nothing").toBe(0);

  expect(await applyFromDisk(from, dpo.email, checked)).toEqual({ new: 511, known: 0, changed: 0, wrong: 2 });
  const states = await db().subjectRequest.groupBy({ by: ["state"], _count: true });
  expect(Object.fromEntries(states.map(({ state, _count }) => [state, _count]))).toMatchObject({ answered: 341, withdrawn: 85 });
  expect((await queue(dpo, {})).open).toBe(85);
  expect(await verifyChain()).toMatchObject({ ok: true });

  expect(await applyFromDisk(from, dpo.email, await dryRun(from))).toEqual({ new: 0, known: 511, changed: 0, wrong: 2 });
  const again = file("old", [{ ...lines[0], name: "Une autre" }, ...lines.slice(1)]);
  const second = await dryRun({ ...again, source: " OLD " });
  expect(second.so).toMatchObject({ ready: 0, known: 509, changed: 1 });
  expect(second.findings).toEqual([{ line: 2, column: "id", code: "changed-since", isError: false }]);
  expect((await dryRun({ ...again, source: "another register" })).so.ready, "ids are those of one register").toBe(510);
});

test("nobody is written to, and the clock, the figures and retention agree with what was written", async () => {
  const jobs = await db().$queryRaw<{ task: string }[]>`select distinct task_identifier as task from graphile_worker.jobs`;
  expect(jobs).toEqual([]);
  expect(await db().event.count({ where: { type: { in: ["LetterSent", "LetterFailed"] } } })).toBe(0);
  await countFigures({}, run);
  expect(await db().figureCell.count({ where: { kind: "answered", by: "all" } })).toBeGreaterThan(0);
  await compareDueDates({}, run);
  expect(await db().event.count({ where: { type: "DueDateRepaired" } })).toBe(0);
  const kept = await db().subjectRequest.count({ where: { wrappedKey: { not: null } } });
  expect(kept, "some were past their retention").toBeLessThan(511);
  await retain({}, run);
  expect(await db().subjectRequest.count({ where: { wrappedKey: { not: null } } }), "none is erased that was just taken over").toBe(kept);
  const ended = await db().event.findFirst({ where: { type: "RegisterImportEnded" } });
  expect(ended).toMatchObject({ actor: `staff:${dpo.id}`, data: { count: 511, known: 0, changed: 0, wrong: 2 } });
  expect(await db().event.count({ where: { type: "RegisterImportBegun", data: { path: ["count"], equals: 511 } } })).toBe(1);
});

test("figures counted as they were written are those counted anew", async () => {
  const cells = () => db().figureCell.findMany({ where: { count: { not: 0 } }, orderBy: [{ month: "asc" }, { kind: "asc" }, { by: "asc" }, { key: "asc" }, { days: "asc" }] });
  const written = await cells();
  await db().figureCell.deleteMany({});
  await countFigures({ isExpected: true }, run);
  expect(await cells()).toEqual(written);
});

const open: RegisterLine = { id: "1", receivedOn: addDays(today, -20), channel: "email", rights: "access", state: "open", name: "Zoé Importée", email: "zoe@client.example", note: "Patiente" };

test("an open request goes on under our clock: extended, waiting for a proof, handled; then like any other", async () => {
  const teamId = await newTeam();
  const agent = await newMember(["agent"], teamId, "team");
  const { request, row, caseFile, events } = await caseOf("open", { ...open, extendedOn: addDays(today, -3), extensionMonths: "2", identityAskedOn: addDays(today, -19), handler: agent.email.toUpperCase() });
  expect(request).toMatchObject({ state: "awaiting-identity", assigneeId: agent.id, teamId, extension: { months: 2 }, letters: [] });
  expect(row).toMatchObject({ suspended: true, suspendedOn: new Date(addDays(today, -19)), assigneeId: agent.id, teamId, extensionMonths: 2, isOnDesk: true, closedAt: null });
  expect(row.dueOn > new Date(addDays(today, 60))).toBe(true);
  expect(caseFile).toMatchObject({ requester: { name: "Zoé Importée" }, notes: [{ body: "Patiente", staffId: dpo.id }] });
  expect(events.map(({ type }) => type)).toEqual(["RequestImported", "NoteAdded"]);
  const search = new URL(await searchAddress(agent, "importée"), "https://x.example").searchParams.get("search") ?? "";
  expect((await queue(agent, { search })).rows.map(({ reference }) => reference)).toEqual([request.reference]);
  expect(await perform(agent, acceptIdentity, { method: "known-facts", kinds: [] }, { reference: request.reference, expectedVersion: request.version })).toMatchObject({ ok: true });
  expect(await perform(agent, decideClaim, { claimId: request.claims[0]?.id ?? "", outcome: "fulfilled", grounds: [], explanation: null }, { reference: request.reference })).toMatchObject({ ok: true });
});

test("one overdue is overdue; one closed is closed on its day, under the clock of then; one past its retention comes without its person", async () => {
  const late = await caseOf("late", { ...open, receivedOn: addDays(today, -200) });
  expect(late.row.dueOn < new Date(today)).toBe(true);
  const closed = await caseOf("closed", { ...open, receivedOn: "2024-03-01", state: "refused", answeredOn: "2024-05-06", refusalGrounds: "excessive" });
  expect(closed.row).toMatchObject({ state: "answered", isOnTime: false, answeredOn: new Date("2024-05-06"), refusalGrounds: ["excessive"], isOnDesk: false });
  expect(closed.row.closedAt?.toISOString().slice(0, 10)).toBe("2024-05-06");
  const old = await caseOf("past", { ...open, receivedOn: "2015-03-02", state: "fulfilled", answeredOn: "2015-03-20" });
  expect(old).toMatchObject({ caseFile: null, row: { wrappedKey: null, caseFile: null, emailToken: null, isOnTime: true }, request: { hasCaseFile: false } });
  expect(old.events).toHaveLength(1);
  const directive = await caseOf("directive", { ...open, receivedOn: "2015-03-02", rights: "post-mortem-directive", state: "fulfilled", answeredOn: "2015-03-20" });
  expect(directive.caseFile?.requester.name, "kept until then").toBe("Zoé Importée");
  expect(directive.row.keepsDirective).toBe(true);
  const withdrawn = await caseOf("withdrawn-directive", { ...open, receivedOn: "2015-03-02", rights: "post-mortem-directive", state: "withdrawn", answeredOn: "2015-03-20" });
  expect(withdrawn, "nothing to keep").toMatchObject({ caseFile: null, row: { wrappedKey: null, keepsDirective: false } });
});

test("somebody whose account was disabled, or who handles cases no more, since the file was read is given none of it", async () => {
  const names = ["here", "gone", "moved-on"] as const;
  const members = await Promise.all(names.map(() => newStaff("agent")));
  const from = file("handlers", members.map(({ email }, index) => ({ ...lines[0], id: `HANDLED-${index}`, handler: email })));
  const batches = await Array.fromAsync(judgedBatches(createReadStream(from.path), from.source));
  await db().staff.update({ where: { id: members[1]?.id ?? "" }, data: { disabledAt: now() } });
  await db().staff.update({ where: { id: members[2]?.id ?? "" }, data: { roles: ["auditor"] } });
  const judged = batches.flatMap((batch) => batch.lines);
  expect(judged.map(({ assigneeId }) => assigneeId)).toEqual(members.map(({ id }) => id));
  await db().$transaction((tx) => takeOver(tx, judged, { actor: `staff:${dpo.id}`, staffId: dpo.id }), batchLimits);
  expect(await db().subjectRequest.count({ where: { assigneeId: { in: members.map(({ id }) => id) } } })).toBe(1);
  expect(await db().subjectRequest.count({ where: { assigneeId: members[0]?.id ?? "" } })).toBe(1);
});

test("two at once end with each line once", async () => {
  const from = file("twice", lines.map((line) => ({ ...line })));
  const checked = await dryRun(from);
  const [one, other] = await Promise.all([applyFromDisk(from, null, checked), applyFromDisk(from, dpo.email, checked)]);
  expect(one.new + other.new).toBe(510);
  expect(one.known + other.known).toBe(510);
  expect(await verifyChain()).toMatchObject({ ok: true });
});

test("with the case file goes what its line had said; it stays known", async () => {
  const from = file("gone", [{ ...open, receivedOn: "2024-03-01", state: "fulfilled", answeredOn: "2024-03-02" }]);
  await applyFromDisk(from, null, await dryRun(from));
  const { reference } = await db().event.findFirstOrThrow({ where: { type: "RequestImported" }, orderBy: { position: "desc" } });
  await db().subjectRequest.update({ where: { reference: reference ?? "" }, data: { closedAt: new Date("2015-01-01") } });
  await retain({}, run);
  expect(await db().importedLine.findUnique({ where: { reference: reference ?? "" } })).toMatchObject({ content: null });
  expect((await dryRun(from)).so).toMatchObject({ ready: 0, known: 1 });
});
