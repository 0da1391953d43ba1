import "server-only";
import { randomUUID } from "node:crypto";
import { clockWarnings } from "@/lib/request/import/clock-warnings";
import type { Finding } from "@/lib/request/import/columns";
import { importRequest, isPastRetention } from "@/lib/request/import/import-request";
import { evolve } from "@/lib/request/evolve";
import type { RequestEvent } from "@/lib/request/event";
import type { CalendarDate } from "@/lib/law/calendar";
import { type ClockFacts, clockFacts } from "../clock-facts";
import { db } from "../db";
import { env } from "../env";
import { closingClocks } from "./closing-clocks";
import { type Judged, judgedBatches } from "./judge";
import { type Fate, fatesOf } from "./known-lines";
import { countsOf } from "./take-over";

export type LineFinding = Finding & { line: number };
/** What was found so far. `ready`: lines that would become requests; `warned`: those of them worth a look. */
export type Checked = { lines: number; ready: number; known: number; changed: number; wrong: number; warned: number; unknownColumns: number };
export type CheckStep = { so: Checked; findings: LineFinding[] };

/** Goes through the whole file and writes nothing: what each batch adds, and the sum. @throws UnreadableFile */
export async function* checkFile(source: AsyncIterable<Buffer>, sourceName: string): AsyncGenerator<CheckStep> {
  const so: Checked = { lines: 0, ready: 0, known: 0, changed: 0, wrong: 0, warned: 0, unknownColumns: 0 };
  const clock = await clockFacts();
  const closing = await closingClocks();
  for await (const { header, lines } of judgedBatches(source, sourceName)) {
    const fates = await fatesOf(db(), lines);
    const counts = countsOf(fates);
    const findings = lines.map((line, index) => findingsOf(line, fates[index] as Fate, clock, closing));
    so.lines += lines.length;
    so.ready += counts.new;
    so.known += counts.known;
    so.changed += counts.changed;
    so.wrong += counts.wrong;
    so.warned += findings.filter((of, index) => fates[index] === "new" && of.length > 0).length;
    so.unknownColumns = header.unknown;
    yield { so: { ...so }, findings: lines.flatMap(({ line }, index) => (findings[index] ?? []).map((finding) => ({ ...finding, line }))) };
  }
}

type Closing = (on: CalendarDate) => ClockFacts;

/** Of what is here already there is nothing to say but that it has changed. */
function findingsOf({ told, findings, assigneeId }: Judged, fate: Fate, clock: ClockFacts, closing: Closing): Finding[] {
  if (fate === "known") return [];
  if (fate === "changed") return [{ column: "id", code: "changed-since", isError: false }];
  if (!told) return findings;
  const { events: [event] } = importRequest({ told, assigneeId, teamId: null, staffId: "", now: clock.at.toISOString(), today: clock.today, timeZone: env().controllerTimeZone, newId: randomUUID });
  const request = evolve(null, { ...event, sequence: 1, at: clock.at.toISOString(), on: clock.today, actor: "" } as RequestEvent, "");
  const late = clockWarnings(request, told.end ? closing(told.end.on) : clock);
  const erased: Finding[] = isPastRetention(told, clock.today) ? [{ column: "answeredOn", code: "past-retention", isError: false }] : [];
  return [...findings, ...late, ...erased];
}
