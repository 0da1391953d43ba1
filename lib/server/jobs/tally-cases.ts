import "server-only";
import { timeLimitOf } from "@/lib/request/summary";
import { replay } from "@/lib/request/evolve";
import { tallyOf, tallyVersion } from "@/lib/request/tally";
import { systemActor } from "../actor";
import { clockFacts } from "../clock-facts";
import { db } from "../db";
import { log } from "../log";
import { eventsOf, lockCases } from "../store";
import { enqueue } from "./enqueue";
import type { Handler } from "./job";

const atOnce = 200;

/** Brings the tally of rows of before it, or made by older rules, up to date from their events; a closed case by the settings of its closing. Each batch is a transaction; run again, it goes on. The figures are then counted anew. */
export const tallyCases: Handler<"tally-cases"> = async () => {
  let [count, last] = [0, ""];
  for (;;) {
    const behind = await db().subjectRequest.findMany({
      where: { tallyVersion: { lt: tallyVersion }, reference: { gt: last } },
      orderBy: { reference: "asc" },
      select: { reference: true },
      take: atOnce,
    });
    if (behind.length === 0) break;
    await tallyBatch(behind.map(({ reference }) => reference));
    count += behind.length;
    last = behind.at(-1)?.reference ?? "";
  }
  if (count === 0) return;
  log.info({ code: "tallied", count });
  await db().$transaction((tx) => enqueue(tx, "count-figures", { isExpected: true }, { key: "count-figures" }));
};

async function tallyBatch(references: readonly string[]): Promise<void> {
  await db().$transaction(async (tx) => {
    await lockCases(tx, systemActor(), references);
    const rows = await tx.subjectRequest.findMany({ where: { reference: { in: [...references] } }, select: { reference: true, closedAt: true } });
    const events = await eventsOf(references, tx);
    for (const { reference, closedAt } of rows) {
      const request = replay(reference, events.get(reference) ?? []);
      if (!request) {
        log.error({ code: "case_without_events", reference });
        continue;
      }
      const tally = tallyOf(request, timeLimitOf(request, await clockFacts(closedAt, tx)));
      await tx.subjectRequest.update({ where: { reference }, data: { ...tally, reopenedOn: tally.reopenedOn && new Date(tally.reopenedOn), answeredOn: tally.answeredOn && new Date(tally.answeredOn) } });
    }
  });
}
