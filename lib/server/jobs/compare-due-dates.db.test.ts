import { afterEach, expect, test } from "vitest";
import { calendarDate } from "@/lib/law/calendar";
import { askIdentity } from "@/lib/request/check/ask-identity";
import { changeClock, isRecomputing } from "../clock-settings";
import { db } from "../db";
import { newCase, newStaff } from "../fixtures/cases";
import { perform } from "../perform";
import { verifyChain } from "../verify-chain";
import { compareDueDates } from "./compare-due-dates";
import { recompute } from "./recompute";

const run = { jobId: "1", attempt: 1, isLastAttempt: false };
const compare = () => compareDueDates({}, run);
const row = (reference: string) => db().subjectRequest.findUniqueOrThrow({ where: { reference } });
const repairs = (reference: string) => db().event.findMany({ where: { reference, type: "DueDateRepaired" }, orderBy: { position: "asc" } });
const result = async () => (await db().event.findFirst({ where: { type: "DueDatesCompared" }, orderBy: { position: "desc" } }))?.data;
const civil = (date: Date) => date.toISOString().slice(0, 10);

afterEach(() => {
  delete process.env.RIGHTSDESK_CLOCK_OFFSET_MS;
});

test("a date that somebody else wrote is repaired, recorded once, and the next night finds nothing", async () => {
  const [tampered, suspended, sound] = [await newCase(), await newCase(), await newCase()];
  const before = [await row(tampered), await row(suspended), await row(sound)];
  await db().$executeRaw`update "SubjectRequest" set "dueOn" = '2099-01-01' where reference = ${tampered}`;
  await db().$executeRaw`update "SubjectRequest" set suspended = true, "suspendedOn" = '2020-01-01', "targetOn" = '2020-01-02' where reference = ${suspended}`;
  await compare();
  expect([await row(tampered), await row(suspended), await row(sound)]).toEqual(before);
  expect(await repairs(tampered)).toMatchObject([{ actor: "system", sequence: null, data: { before: { dueOn: "2099-01-01" }, after: { dueOn: civil(before[0]!.dueOn) } } }]);
  expect(await repairs(suspended)).toMatchObject([{ data: { before: { suspended: true, suspendedOn: "2020-01-01", targetOn: "2020-01-02" }, after: { suspended: false, suspendedOn: null } } }]);
  expect(await result()).toEqual({ checked: 3, repaired: 2 });
  await compare();
  expect(await result()).toEqual({ checked: 3, repaired: 0 });
  expect([(await repairs(tampered)).length, (await repairs(sound)).length]).toEqual([1, 0]);
  expect(await verifyChain()).toMatchObject({ ok: true });
});

test("what is only old is brought up to date without a word: a suspended case not yet refreshed, a row of before the columns", async () => {
  const [lagging, older] = [await newCase(), await newCase()];
  for (const reference of [lagging, older]) await perform(await newStaff("agent"), askIdentity, { grounds: ["email-unknown"], kinds: ["identity-card"] }, { reference });
  const fresh = await row(older);
  await db().$executeRaw`update "SubjectRequest" set "targetOn" = null, "suspendedOn" = null where reference = ${older}`;
  process.env.RIGHTSDESK_CLOCK_OFFSET_MS = String(9 * 86_400_000);
  await compare();
  expect([await repairs(lagging), await repairs(older)]).toEqual([[], []]);
  expect((await row(lagging)).dueOn > fresh.dueOn).toBe(true);
  expect(await row(older)).toMatchObject({ targetOn: fresh.targetOn, suspendedOn: fresh.suspendedOn });
  await db().$executeRaw`update "SubjectRequest" set "dueOn" = "dueOn" - 60 where reference = ${lagging}`;
  await compare();
  expect(await repairs(lagging)).toHaveLength(1);
});

test("while a change is still to be carried out it waits, and afterwards finds nothing wrong", async () => {
  const reference = await newCase();
  const { dueOn } = await row(reference);
  const dpo = await newStaff("dpo");
  await changeClock(dpo, { what: "holiday", on: calendarDate(civil(dueOn)), isHoliday: true }, 0);
  const [nights, waiting] = [await db().event.count({ where: { type: "DueDatesCompared" } }), await isRecomputing()];
  await compare();
  expect([waiting, await db().event.count({ where: { type: "DueDatesCompared" } }), (await row(reference)).dueOn]).toEqual([true, nights, dueOn]);
  expect(await db().$queryRaw`select 1 as put from graphile_worker.jobs where key = 'compare-due-dates' and run_at > now() + interval '5 minutes'`).toEqual([{ put: 1 }]);
  await recompute({ version: 1, staffId: dpo.id }, run);
  await db().$executeRaw`select count(*) from graphile_worker.complete_jobs(array(select id from graphile_worker.jobs where task_identifier = 'recompute'))`;
  await compare();
  expect([await repairs(reference), (await result() as { repaired: number }).repaired]).toEqual([[], 0]);
});
