import { randomBytes } from "node:crypto";
import { afterEach, expect, test } from "vitest";
import { referenceFrom } from "@/lib/request/reference";
import { lastWholeYear } from "@/lib/request/figures/period";
import { now } from "../clock";
import { civilDay } from "../clock-facts";
import { db } from "../db";
import { newStaff } from "../fixtures/cases";
import { countFigures } from "../jobs/count-figures";
import { areFiguresPublic, publishFigures } from "../publish-figures";
import { areFiguresLinked, isPublicFor, publishedFigures } from "./public-figures";

afterEach(() => {
  delete process.env.RIGHTSDESK_CLOCK_OFFSET_MS;
});

const later = (minutes: number) => {
  process.env.RIGHTSDESK_CLOCK_OFFSET_MS = String(minutes * 60_000);
};
const { until } = lastWholeYear(civilDay(now()));
const [first, third] = [new Date(`${until}-01T00:00:00Z`), new Date(`${until}-03T00:00:00Z`)];

/** Rows of the last whole month, received on its first day and answered on the third. */
async function insert(right: string, count: number, late = 0): Promise<void> {
  const data = Array.from({ length: count }, (_, index) => ({
    reference: referenceFrom(randomBytes(7)), version: 1, state: "answered", stage: "retain", waitingFor: "nobody", rights: [right], outcomes: ["fulfilled"], tallyVersion: 1,
    locale: "fr", channel: "portal", receivedAt: first, receivedOn: first, dueOn: third, answeredOn: third, isOnTime: index >= late,
  }));
  await db().subjectRequest.createMany({ data });
  await countFigures({ isExpected: true }, { jobId: "1", attempt: 1, isLastAttempt: false });
}

test("nothing is public until somebody who may says so; each decision is an event, and counts at once", async () => {
  const dpo = await newStaff("dpo");
  expect([await areFiguresPublic(), await publishedFigures(), await areFiguresLinked(), await isPublicFor(dpo)]).toEqual([false, null, false, false]);
  for (const role of ["agent", "administrator", "auditor"] as const) {
    const other = await newStaff(role);
    expect([await publishFigures(other, true), await isPublicFor(other)], role).toEqual([false, null]);
  }
  expect(await publishedFigures()).toBeNull();
  await publishFigures(dpo, true);
  expect(await publishedFigures()).toMatchObject({ received: null, answered: null, onTime: null, medianDays: null, rights: [] });
  later(2);
  expect(await areFiguresLinked()).toBe(true);
  await publishFigures(dpo, false);
  expect(await publishedFigures()).toBeNull();
  later(4);
  expect(await areFiguresLinked()).toBe(false);
  expect(await db().event.findMany({ where: { type: "FiguresPublicationChanged" }, orderBy: { position: "asc" }, select: { actor: true, data: true } })).toEqual([
    { actor: `staff:${dpo.id}`, data: { isPublic: true } },
    { actor: `staff:${dpo.id}`, data: { isPublic: false } },
  ]);
});

test("of the last whole months, with the floor, and the same for ten minutes", async () => {
  await publishFigures(await newStaff("dpo"), true);
  later(30);
  await insert("access", 60, 3);
  await insert("erasure", 20);
  await insert("portability", 4);
  const told = await publishedFigures();
  expect(told).toEqual({
    period: lastWholeYear(civilDay(now())),
    received: 80,
    answered: 80,
    onTime: { is: "more-than", percent: 86 },
    medianDays: 2,
    rights: [
      { keys: ["access"], percent: 75 },
      // Four for portability would show themselves: erasure stands with them.
      { keys: expect.arrayContaining(["erasure", "portability", "deceased"]), percent: 25 },
    ],
  });
  expect(told?.rights.at(-1)?.keys).toHaveLength(10);
});

test("what is new is told after ten minutes", async () => {
  later(31);
  await insert("access", 10);
  expect((await publishedFigures())?.received).toBe(80);
  later(41);
  expect((await publishedFigures())?.received).toBe(90);
});
