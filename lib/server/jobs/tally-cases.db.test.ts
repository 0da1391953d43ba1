import { randomUUID } from "node:crypto";
import { expect, test, vi } from "vitest";
import { calendarDate } from "@/lib/law/calendar";
import { checkArrival } from "@/lib/request/ask/arrival-input";
import { toldSchema } from "@/lib/request/ask/told-answers";
import { addNote } from "@/lib/request/handle/add-note";
import { acceptIdentity } from "@/lib/request/check/accept-identity";
import { askIdentity } from "@/lib/request/check/ask-identity";
import { recordIdentity } from "@/lib/request/check/record-identity";
import { extendDeadline } from "@/lib/request/handle/extend-deadline";
import { recordPosting } from "@/lib/request/reply/record-posting";
import { changeClock } from "../clock-settings";
import { db } from "../db";
import { fileDraft } from "../file-draft";
import { answerCase } from "../fixtures/answer";
import { newDraft, newStaff } from "../fixtures/cases";
import { perform } from "../perform";
import { recordRequest } from "../record-request";
import { log } from "../log";
import { countFigures } from "./count-figures";
import { tallyCases } from "./tally-cases";

// Next's own modules need a page around them.
vi.mock("next/navigation", () => ({ redirect: vi.fn(), notFound: vi.fn() }));

const run = { jobId: "1", attempt: 1, isLastAttempt: false };
const at = (day: string) => new Date(`${day}T10:00:00Z`);
const columns = { tallyVersion: true, reopenedOn: true, answeredOn: true, isOnTime: true, extensionMonths: true, wasSuspended: true, outcomes: true, refusalGrounds: true } as const;
const tally = (reference: string) => db().subjectRequest.findUniqueOrThrow({ where: { reference }, select: columns });

async function received(day: string): Promise<string> {
  const filed = await fileDraft((await newDraft()).id, at(day));
  return "reference" in filed ? filed.reference : "";
}

const cells = () => db().$queryRaw<unknown[]>`select * from "FigureCell" where count <> 0 order by month, kind, by, key, days`;

test("every write leaves the tally and counts it; a row of before it gets the same from its events", async () => {
  const dpo = await newStaff("dpo");
  const [open, answered, late, extended] = [await received("2026-03-02"), await received("2026-03-02"), await received("2026-03-02"), await received("2026-03-02")];
  await perform(dpo, askIdentity, { grounds: ["email-unknown"], kinds: ["identity-card"] }, { reference: open, at: at("2026-03-03") });
  await answerCase(dpo, answered, at("2026-04-02"));
  await answerCase(dpo, late, at("2026-04-03"), ["excessive"]);
  await perform(dpo, extendDeadline, { months: 2, reasons: ["others-data"], explanation: null }, { reference: extended, at: at("2026-03-10") });
  await answerCase(dpo, extended, at("2026-05-20"));
  const all = [open, answered, late, extended];
  const written = await Promise.all(all.map(tally));
  expect(written).toEqual([
    { tallyVersion: 2, reopenedOn: null, answeredOn: null, isOnTime: null, extensionMonths: 0, wasSuspended: true, outcomes: ["undecided"], refusalGrounds: [] },
    { tallyVersion: 2, reopenedOn: null, answeredOn: new Date("2026-04-02"), isOnTime: true, extensionMonths: 0, wasSuspended: false, outcomes: ["fulfilled"], refusalGrounds: [] },
    { tallyVersion: 2, reopenedOn: null, answeredOn: new Date("2026-04-03"), isOnTime: false, extensionMonths: 0, wasSuspended: false, outcomes: ["refused"], refusalGrounds: ["excessive"] },
    { tallyVersion: 2, reopenedOn: null, answeredOn: new Date("2026-05-20"), isOnTime: true, extensionMonths: 2, wasSuspended: false, outcomes: ["fulfilled"], refusalGrounds: [] },
  ]);
  const counted = await cells();
  const error = vi.spyOn(log, "error");
  await countFigures({}, run);
  expect(error, "what was counted with each write is what counting anew gives").not.toHaveBeenCalled();
  expect(counted).toContainEqual({ kind: "answered", month: "2026-04", by: "ground", key: "excessive", days: 32, count: 1, onTime: 0, suspended: 0, extended: 0 });
  expect(counted).toContainEqual({ kind: "answered", month: "2026-05", by: "right", key: "access", days: 79, count: 1, onTime: 1, suspended: 0, extended: 1 });
  await db().subjectRequest.updateMany({ data: { tallyVersion: 0, answeredOn: null, isOnTime: null, extensionMonths: 0, wasSuspended: false, outcomes: [], refusalGrounds: [] } });
  await tallyCases({}, run);
  await tallyCases({}, run);
  expect(await Promise.all(all.map(tally))).toEqual(written);
  await db().figureCell.deleteMany({});
  await countFigures({ isExpected: true }, run);
  expect(await cells()).toEqual(counted);
});

test("a reply by post is counted once it is posted, from that day; counted anew it is the same", async () => {
  const dpo = await newStaff("dpo");
  const arrival = checkArrival({ way: "telephone", receivedOn: "2026-03-02", right: "access" }, { today: calendarDate("2026-03-02"), now: at("2026-03-02").toISOString(), timeZone: "Europe/Paris" });
  if ("codes" in arrival) throw new Error("no arrival");
  const told = toldSchema(["access"]).parse({ formKey: randomUUID(), locale: "fr", words: "Tout", name: "Anne Durand", postalAddress: "1 rue de l’Exemple, Albi" });
  const recorded = await recordRequest(dpo, arrival.came, told, { at: at("2026-03-02") });
  const reference = "reference" in recorded ? recorded.reference : "";
  await answerCase(dpo, reference, at("2026-04-01"));
  expect(await tally(reference)).toMatchObject({ answeredOn: null, isOnTime: null });
  const sent = await db().event.findFirstOrThrow({ where: { reference, type: "ReplySent" } });
  const before = await db().figureCell.findMany({ where: { kind: "answered", by: "all", month: "2026-04", days: 36 } });
  expect(await perform(dpo, recordPosting, { letter: "reply-available", eventId: sent.id, postedOn: "2026-04-07" }, { reference, at: at("2026-04-08") })).toMatchObject({ ok: true });
  expect(await tally(reference)).toMatchObject({ answeredOn: new Date("2026-04-07"), isOnTime: false });
  expect([before, await db().figureCell.findMany({ where: { kind: "answered", by: "all", month: "2026-04", days: 36 } })]).toMatchObject([[], [{ count: 1, onTime: 0 }]]);
  const [written, counted] = [await tally(reference), await cells()];
  await db().subjectRequest.update({ where: { reference }, data: { tallyVersion: 1, answeredOn: new Date("2026-04-01"), isOnTime: true } });
  await tallyCases({}, run);
  await countFigures({ isExpected: true }, run);
  expect([await tally(reference), await cells()]).toEqual([written, counted]);
});

test("taken up again, a request counts its days from then, as its time limit does; counted anew it is the same", async () => {
  const dpo = await newStaff("dpo");
  const reference = await received("2026-01-05");
  await answerCase(dpo, reference, at("2026-02-05"), ["identity-not-established"]);
  expect(await perform(dpo, recordIdentity, { seen: ["identity"], channel: "counter", arrivedOn: "2026-05-04" }, { reference, at: at("2026-05-04") })).toMatchObject({ ok: true });
  expect(await tally(reference)).toMatchObject({ answeredOn: null, reopenedOn: new Date("2026-05-04") });
  expect(await perform(dpo, acceptIdentity, { method: "document", kinds: ["identity-card"] }, { reference, at: at("2026-05-05") })).toMatchObject({ ok: true });
  await answerCase(dpo, reference, at("2026-05-15"));
  const written = await tally(reference);
  expect(written).toMatchObject({ answeredOn: new Date("2026-05-15"), isOnTime: true });
  const counted = await cells();
  expect(counted).toContainEqual(expect.objectContaining({ kind: "answered", month: "2026-05", by: "all", days: 11, count: 1, onTime: 1 }));
  await db().subjectRequest.update({ where: { reference }, data: { tallyVersion: 1, reopenedOn: null } });
  await tallyCases({}, run);
  await countFigures({ isExpected: true }, run);
  expect([await tally(reference), await cells()]).toEqual([written, counted]);
});

test("a wrong count is repaired the next night, and told", async () => {
  await db().figureCell.updateMany({ where: { by: "all" }, data: { count: { increment: 3 } } });
  await db().figureCell.create({ data: { month: "2026-03", kind: "answered", by: "right", key: "erasure", days: 5, count: 1, onTime: 1, suspended: 0, extended: 0 } });
  const error = vi.spyOn(log, "error").mockImplementation(() => undefined);
  await countFigures({}, run);
  await countFigures({}, run);
  expect(error.mock.calls.map(([told]) => (told as { code: string }).code)).toEqual(["figures_repaired"]);
  error.mockRestore();
});

test("an event that changes nothing counted writes no cell; twenty filings at once are all counted", async () => {
  const dpo = await newStaff("dpo");
  await answerCase(dpo, await received("2026-06-01"), at("2026-06-05"));
  const before = await cells();
  const reference = (await db().subjectRequest.findFirstOrThrow({ where: { answeredOn: new Date("2026-06-05") } })).reference;
  await perform(dpo, addNote, { body: "x" }, { reference });
  expect(await cells()).toEqual(before);
  await Promise.all(Array.from({ length: 20 }, () => received("2026-07-01")));
  expect(await db().figureCell.findFirst({ where: { month: "2026-07", kind: "received", by: "all" } })).toMatchObject({ count: 20 });
  const error = vi.spyOn(log, "error");
  await countFigures({}, run);
  expect(error).not.toHaveBeenCalled();
});

test("a later change of the holidays makes no late answer timely, whatever is noted after it", async () => {
  const dpo = await newStaff("dpo");
  const reference = await received("2026-09-02");
  await answerCase(dpo, reference, at("2026-10-03"));
  expect((await tally(reference)).isOnTime).toBe(false);
  await changeClock(dpo, { what: "holiday", on: calendarDate("2026-10-02"), isHoliday: true }, 0);
  await perform(dpo, addNote, { body: "Le 2 était férié" }, { reference });
  expect((await tally(reference)).isOnTime).toBe(false);
});
