import { afterEach, expect, test } from "vitest";
import { askIdentity } from "@/lib/request/check/ask-identity";
import { db } from "../db";
import { newCase, newStaff } from "../fixtures/cases";
import { perform } from "../perform";
import { dueDates } from "./due-dates";

afterEach(() => {
  delete process.env.RIGHTSDESK_CLOCK_OFFSET_MS;
});

test("the cached date of a suspended case moves with the days; that of another case does not", async () => {
  const agent = await newStaff("agent");
  const [suspended, plain] = [await newCase(), await newCase()];
  await perform(agent, askIdentity, { grounds: ["email-unknown"], kinds: ["identity-card"] }, { reference: suspended });
  const due = async (reference: string) => (await db().subjectRequest.findUniqueOrThrow({ where: { reference } })).dueOn.getTime();
  const [before, other] = [await due(suspended), await due(plain)];
  const events = await db().event.count();
  process.env.RIGHTSDESK_CLOCK_OFFSET_MS = String(14 * 86_400_000);
  for (let runs = 0; runs < 2; runs += 1) await dueDates({}, { jobId: "1", attempt: 1, isLastAttempt: false });
  expect(((await due(suspended)) - before) / 86_400_000).toBeGreaterThanOrEqual(11);
  expect([await due(plain), await db().event.count()]).toEqual([other, events]);
});
