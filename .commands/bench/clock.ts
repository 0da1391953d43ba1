/** Many open cases, and a holiday is added: what it costs to show whom it moves, and to move them. */
import type { CalendarDate } from "@/lib/law/calendar";
import { addStaff } from "./staff";
import { generate } from "./generate/generate";

type Row = (title: string, times: number[], note?: string) => void;
/** BENCH_OPEN_CASES: how many open cases; about a minute for the 100,000 of a large desk. */
const openCases = Number(process.env.BENCH_OPEN_CASES ?? 100_000);

export async function benchClock(adminUrl: string, row: Row): Promise<void> {
  const { clockFacts } = await import("@/lib/server/clock-facts");
  const { changeClock, newestSettings, withChange } = await import("@/lib/server/clock-settings");
  const { movesUnder } = await import("@/lib/server/clock-moves");
  const { recompute } = await import("@/lib/server/jobs/recompute");
  const { newStaff } = await import("@/lib/server/fixtures/cases");
  const { db } = await import("@/lib/server/db");
  await generate(adminUrl, { seed: 8, size: openCases, now: Date.now(), isAllOpen: true, ...(await addStaff()) }, () => {});

  const dpo = await newStaff("dpo");
  const { today } = await clockFacts();
  const [busiest] = await db().$queryRaw<{ day: string }[]>`
    select to_char("dueOn", 'YYYY-MM-DD') as day from "SubjectRequest" where "closedAt" is null and "dueOn" > ${today}::date group by 1 order by count(*) desc limit 1`;
  const change = { what: "holiday" as const, on: busiest?.day as CalendarDate, isHoliday: true };
  const { version, settings } = await newestSettings();
  const changed = withChange(settings, change);
  if ("refused" in changed) throw new Error(changed.refused);
  const measured = async (title: string, note: () => string, work: () => Promise<unknown>) => {
    const startedAt = performance.now();
    await work();
    row(title, [performance.now() - startedAt], note());
  };
  let [moved, cases] = [0, 0];
  await measured("a new holiday, shown", () => `${moved.toLocaleString("en")} of ${cases.toLocaleString("en")} open cases would move`, async () => {
    ({ moved, cases } = await movesUnder(changed));
  });
  const done = await changeClock(dpo, change, version);
  if ("refused" in done) throw new Error(done.refused);
  const run = () => recompute({ version: done.version, staffId: dpo.id }, { jobId: "1", attempt: 1, isLastAttempt: false });
  await measured("a new holiday, carried to all", () => `all ${cases.toLocaleString("en")} computed; an event and a new row for the ${moved.toLocaleString("en")} moved`, run);
  await measured("the same again", () => "all computed, nothing to write", run);
}
