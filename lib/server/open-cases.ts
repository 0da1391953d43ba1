import "server-only";
import type { CalendarDate } from "@/lib/law/calendar";
import type { RequestEvent } from "@/lib/request/event";
import { replay } from "@/lib/request/evolve";
import type { SubjectRequest } from "@/lib/request/request";
import type { CachedDates } from "@/lib/request/summary";
import { db, type Tx } from "./db";
import { eventsOf, lockCases } from "./store";

/** A case as far as its time limit goes: no case file is opened. `cached`: what its row says; a row of before the column has no target. */
export type OpenCase = { reference: string; version: number; request: SubjectRequest; events: readonly RequestEvent[]; cached: Omit<CachedDates, "targetOn"> & { targetOn: CalendarDate | null } };

const columns = { reference: true, version: true, dueOn: true, targetOn: true, suspended: true, suspendedOn: true } as const;
type Row = { reference: string; version: number; dueOn: Date; targetOn: Date | null; suspended: boolean; suspendedOn: Date | null };

/** Every open case in the order of reference, `batch` at a time: two statements a batch, whatever happened in the cases. */
export async function* openCases({ suspended }: { suspended?: true } = {}, batch = 500): AsyncGenerator<OpenCase[]> {
  for (let after = ""; ; ) {
    const rows = await db().subjectRequest.findMany({
      where: { closedAt: null, reference: { gt: after }, ...(suspended ? { suspended } : {}) },
      orderBy: { reference: "asc" },
      take: batch,
      select: columns,
    });
    const last = rows.at(-1);
    if (!last) return;
    yield await withEvents(rows, db());
    if (rows.length < batch) return;
    after = last.reference;
  }
}

/** Those of these cases that are still open, locked until the transaction ends. */
export async function lockedCases(tx: Tx, references: readonly string[]): Promise<OpenCase[]> {
  await lockCases(tx, references);
  return withEvents(await tx.subjectRequest.findMany({ where: { reference: { in: [...references] }, closedAt: null }, orderBy: { reference: "asc" }, select: columns }), tx);
}

async function withEvents(rows: readonly Row[], tx: Tx): Promise<OpenCase[]> {
  const events = await eventsOf(rows.map(({ reference }) => reference), tx);
  return rows.map(({ reference, version, dueOn, targetOn, suspended, suspendedOn }) => {
    const own = events.get(reference) ?? [];
    const request = replay(reference, own);
    if (!request) throw new Error("a case without events");
    return { reference, version, request, events: own, cached: { dueOn: civil(dueOn), targetOn: targetOn && civil(targetOn), suspended, suspendedOn: suspendedOn && civil(suspendedOn) } };
  });
}

function civil(date: Date): CalendarDate {
  return date.toISOString().slice(0, 10) as CalendarDate;
}
