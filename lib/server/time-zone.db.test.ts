import { afterAll, expect, test } from "vitest";
import { db } from "./db";
import { fileDraft } from "./file-draft";
import { newDraft, newStaff } from "./fixtures/cases";
import { caseOf } from "./reads/case";
import { queue } from "./reads/queue";

const before = process.env.TZ;
afterAll(() => {
  if (before === undefined) delete process.env.TZ;
  else process.env.TZ = before;
});

/** Half past midnight in Paris on 31 August; the day before in UTC and St John’s, the afternoon in Kiritimati. */
const instant = new Date("2026-08-30T22:30:00Z");

test.each(["UTC", "Pacific/Kiritimati", "America/St_Johns"])("the machine's clock in %s: the same day of receipt and the same due date", async (zone) => {
  process.env.TZ = zone;
  expect(new Intl.DateTimeFormat().resolvedOptions().timeZone).toBe(zone);
  const filed = await fileDraft((await newDraft()).id, instant);
  if ("refused" in filed) throw new Error(filed.refused);
  const agent = await newStaff("agent");
  const row = (await queue(agent, {})).rows.find(({ reference }) => reference === filed.reference);
  expect(row).toMatchObject({ receivedOn: "2026-08-31", dueOn: "2026-09-30" });
  expect(await caseOf(agent, filed.reference)).toMatchObject({ request: { receivedOn: "2026-08-31" }, limit: { dueOn: "2026-09-30" } });
  const [stored] = await db().$queryRaw<{ due: string }[]>`select "dueOn"::text as due from "SubjectRequest" where reference = ${filed.reference}`;
  expect(stored?.due).toBe("2026-09-30");
});
