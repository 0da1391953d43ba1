/** Figures and the register among the cases that `bench-search` made: reading them, counting a month anew, and a download. */
import { monthOf } from "@/lib/request/figures/period";
import type { CalendarDate } from "@/lib/law/calendar";
import { timed } from "./bench/timed";

type Row = (title: string, times: number[], note?: string) => void;
const rounds = 50;

export async function benchFigures(row: Row): Promise<void> {
  const { db } = await import("@/lib/server/db");
  const { recountMonth } = await import("@/lib/server/figure-cells");
  const { newStaff } = await import("@/lib/server/fixtures/cases");
  const { countFigures } = await import("@/lib/server/jobs/count-figures");
  const { figures } = await import("@/lib/server/reads/figures");
  const { registerExport } = await import("@/lib/server/reads/register");
  // Rows as a filing leaves them get what an answer would have left.
  await db().$executeRaw`
    update "SubjectRequest" set "tallyVersion" = 1, outcomes = array_fill('fulfilled'::text, array[cardinality(rights)]),
      "answeredOn" = case when state = 'answered' then "receivedOn" + (abs(hashtext(reference)) % 45) end, "isOnTime" = case when state = 'answered' then abs(hashtext(reference)) % 45 <= 31 end
    where "tallyVersion" = 0`;
  await db().$executeRaw`analyze "SubjectRequest"`;
  await countFigures({ isExpected: true }, { jobId: "bench", attempt: 1, isLastAttempt: true });
  const [size] = await db().$queryRaw<{ cases: bigint; cells: bigint; busiest: Date }[]>`
    select (select count(*) from "SubjectRequest") as cases, (select count(*) from "FigureCell") as cells,
      (select date_trunc('month', "receivedOn")::date from "SubjectRequest" group by 1 order by count(*) desc limit 1) as busiest`;
  const dpo = await newStaff("dpo");
  row("the figures of a year", await timed(rounds, () => figures(dpo, {})), `of ${Number(size?.cases).toLocaleString("en")} cases, in ${Number(size?.cells).toLocaleString("en")} cells`);
  const month = monthOf((size?.busiest ?? new Date(0)).toISOString().slice(0, 10) as CalendarDate);
  row("a month of figures, counted anew", await timed(10, () => db().$transaction((tx) => recountMonth(tx, month))), `${month}, the busiest`);
  let lines = 0;
  const times = await timed(1, async () => {
    const found = await registerExport(dpo, { state: "all" }, "csv");
    for await (const piece of found?.text ?? []) lines += piece.split("\r\n").length - 1;
  });
  row("the whole register as CSV", times, `${lines.toLocaleString("en")} lines; ${Math.round((lines * 1000) / (times[0] ?? 1)).toLocaleString("en")} a second`);
}
