import "server-only";
import type { CalendarDate } from "@/lib/law/calendar";
import type { ClockSettings } from "@/lib/law/clock-settings";
import { datesAround } from "@/lib/request/dates-around";
import { clockFacts, clockFactsOf } from "./clock-facts";
import { openCases } from "./open-cases";

export type Move = { reference: string; before: CalendarDate; after: CalendarDate };

/** What a change would do to the open cases. `late`: how many would be past their date at once; `targets`: whose internal target moves. */
export type Moves = { cases: number; moved: number; late: number; targets: number; first: Move[] };

const shown = 200;

/** Computes every open case under these settings and under those in force. Writes nothing. The first 200 by their new date. */
export async function movesUnder(settings: ClockSettings): Promise<Moves> {
  const before = await clockFacts();
  const after = clockFactsOf(settings, before.at, before.version + 1);
  const datesOfCase = datesAround(before, after);
  const moves: Move[] = [];
  let [cases, targets] = [0, 0];
  for await (const batch of openCases()) {
    cases += batch.length;
    for (const { request } of batch) {
      const { old, fresh } = datesOfCase(request);
      if (old.targetOn !== fresh.targetOn) targets += 1;
      if (old.dueOn !== fresh.dueOn) moves.push({ reference: request.reference, before: old.dueOn, after: fresh.dueOn });
    }
  }
  moves.sort((one, other) => (one.after === other.after ? (one.reference < other.reference ? -1 : 1) : one.after < other.after ? -1 : 1));
  const late = moves.filter((move) => move.after < after.today && move.before >= after.today).length;
  return { cases, moved: moves.length, late, targets, first: moves.slice(0, shown) };
}
