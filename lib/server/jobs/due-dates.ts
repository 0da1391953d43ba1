import "server-only";
import { type ClockFacts, clockFacts } from "../clock-facts";
import { db } from "../db";
import { log } from "../log";
import { loadCase, lockCase } from "../store";
import { rowOf } from "../write";
import type { Handler } from "./job";

const batch = 200;

/**
 * While a suspension is open the due date is the one it would have if it ended today: it moves with every day. The queue
 * sorts by a cached date, so the cache follows. The events are not touched.
 */
export const dueDates: Handler<"due-dates"> = async () => {
  const clock = await clockFacts();
  let changed = 0;
  for (let after = ""; ; ) {
    const rows = await db().subjectRequest.findMany({ where: { suspended: true, reference: { gt: after } }, orderBy: { reference: "asc" }, take: batch, select: { reference: true } });
    for (const { reference } of rows) changed += (await refresh(reference, clock)) ? 1 : 0;
    const last = rows.at(-1);
    if (!last || rows.length < batch) break;
    after = last.reference;
  }
  log.info({ code: "due_dates", count: changed });
};

async function refresh(reference: string, clock: ClockFacts): Promise<boolean> {
  return db().$transaction(async (tx) => {
    await lockCase(tx, reference);
    const found = await loadCase(reference, tx);
    if (!found) return false;
    const { dueOn, targetOn, suspended, suspendedOn } = rowOf(found.request, clock);
    if (dueOn.getTime() === found.row.dueOn.getTime() && suspended === found.row.suspended) return false;
    await tx.subjectRequest.update({ where: { reference }, data: { dueOn, targetOn, suspended, suspendedOn } });
    return true;
  });
}
