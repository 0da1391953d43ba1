import "server-only";
import type { CalendarDate } from "@/lib/law/calendar";
import type { RequestEvent } from "@/lib/request/event";
import { replay } from "@/lib/request/evolve";
import type { SubjectRequest } from "@/lib/request/request";
import type { CachedDates } from "@/lib/request/summary";
import { systemActor } from "./actor";
import { db, type Tx } from "./db";
import { log } from "./log";
import { eventsOf, lockCases } from "./store";
import { dayOf } from "./date-column";

/** A case as far as its time limit goes: no case file is opened. `cached`: what its row says; a row of before the column has no target. */
export type OpenCase = { reference: string; version: number; request: SubjectRequest; events: readonly RequestEvent[]; cached: Omit<CachedDates, "targetOn"> & { targetOn: CalendarDate | null } };

const columns = { reference: true, version: true, dueOn: true, targetOn: true, suspended: true, suspendedOn: true } as const;
type Row = { reference: string; version: number; dueOn: Date; targetOn: Date | null; suspended: boolean; suspendedOn: Date | null };

/**
 * Every open case in the order of reference, `batch` at a time: two statements a batch, whatever happened in the cases. One that
 * cannot be read is named in the log and does not keep the others from their turn. @throws case-unreadable, when all had theirs
 */
export async function* openCases({ suspended }: { suspended?: true } = {}, batch = 500): AsyncGenerator<OpenCase[]> {
  let unreadable = 0;
  for (let after = ""; ; ) {
    const rows = await db().subjectRequest.findMany({
      where: { closedAt: null, reference: { gt: after }, ...(suspended ? { suspended } : {}) },
      orderBy: { reference: "asc" },
      take: batch,
      select: columns,
    });
    const last = rows.at(-1);
    if (!last) break;
    const cases = await withEvents(rows, db());
    unreadable += rows.length - cases.length;
    yield cases;
    if (rows.length < batch) break;
    after = last.reference;
  }
  if (unreadable > 0) throw new Error("case-unreadable");
}

/** Those of these cases that are still open, locked until the transaction ends. */
export async function lockedCases(tx: Tx, references: readonly string[]): Promise<OpenCase[]> {
  await lockCases(tx, systemActor(), references);
  return withEvents(await tx.subjectRequest.findMany({ where: { reference: { in: [...references] }, closedAt: null }, orderBy: { reference: "asc" }, select: columns }), tx);
}

async function withEvents(rows: readonly Row[], tx: Tx): Promise<OpenCase[]> {
  const events = await eventsOf(rows.map(({ reference }) => reference), tx);
  return rows.flatMap(({ reference, version, dueOn, targetOn, suspended, suspendedOn }) => {
    const own = events.get(reference) ?? [];
    const request = readable(reference, own);
    return !request ? [] : { reference, version, request, events: own, cached: { dueOn: dayOf(dueOn), targetOn: targetOn && dayOf(targetOn), suspended, suspendedOn: suspendedOn && dayOf(suspendedOn) } };
  });
}

function readable(reference: string, events: readonly RequestEvent[]): SubjectRequest | null {
  try {
    const request = replay(reference, events);
    if (!request) log.error({ code: "case_without_events", reference });
    return request;
  } catch (error) {
    log.error({ code: "case_unreadable", reference, error });
    return null;
  }
}
