import "server-only";
import type { CachedDates } from "@/lib/request/summary";
import { datesOf } from "@/lib/request/summary";
import { type ClockFacts, clockFacts } from "./clock-facts";
import type { Tx } from "./db";
import { append, type Fact } from "./events";
import { lockedCases, type OpenCase } from "./open-cases";

export type FreshCase = OpenCase & { dates: CachedDates };

/** Does the row say what the events do? */
export function isFresh({ cached }: OpenCase, dates: CachedDates): boolean {
  return cached.dueOn === dates.dueOn && cached.targetOn === dates.targetOn && cached.suspended === dates.suspended && cached.suspendedOn === dates.suspendedOn;
}

/**
 * Brings the cached dates of these cases up to date, in the caller's transaction: locks the rows, then the chain if `tell` has a
 * fact to add about a case (with a sequence: an event of the case). Six statements at most, however many cases.
 * Gives the facts told.
 */
export async function refreshDates(tx: Tx, references: readonly string[], tell: (found: FreshCase, clock: ClockFacts) => Fact | null = () => null): Promise<Fact[]> {
  const cases = await lockedCases(tx, references);
  const clock = await clockFacts(null, tx);
  const fresh = cases.map((found) => ({ ...found, dates: datesOf(found.request, clock) }));
  const told = fresh.map((found) => ({ found, fact: tell(found, clock) }));
  const facts = told.flatMap(({ fact }) => fact ?? []);
  if (facts.length > 0) await append(tx, clock.at, facts);
  await writeDates(tx, told.filter(({ found, fact }) => fact?.sequence || !isFresh(found, found.dates)).map(({ found, fact }) => ({ reference: found.reference, version: fact?.sequence ?? found.version, ...found.dates })));
  return facts;
}

async function writeDates(tx: Tx, rows: readonly (CachedDates & { reference: string; version: number })[]): Promise<void> {
  if (rows.length === 0) return;
  await tx.$executeRaw`
    update "SubjectRequest" as row
    set version = fresh.version, "dueOn" = fresh."dueOn", "targetOn" = fresh."targetOn", suspended = fresh.suspended, "suspendedOn" = fresh."suspendedOn"
    from json_to_recordset(${JSON.stringify(rows)}::json)
      as fresh (reference text, version int, "dueOn" date, "targetOn" date, suspended boolean, "suspendedOn" date)
    where row.reference = fresh.reference`;
}
