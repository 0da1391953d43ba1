import "server-only";
import { randomUUID } from "node:crypto";
import { rolesWith } from "@/lib/access/permissions";
import { importRequest } from "@/lib/request/import/import-request";
import { clockFacts } from "../clock-facts";
import type { Tx } from "../db";
import { env } from "../env";
import { type Beginning, insertCases } from "../insert-cases";
import { locks } from "../locks";
import { holdClock } from "../store";
import { newKey } from "../vault/keys";
import { closingClocks } from "./closing-clocks";
import type { Judged } from "./judge";
import { type Fate, fatesOf, rememberLines } from "./known-lines";

/** Who takes the register over, as an event names them, and as a note does. */
export type TakenBy = { actor: string; staffId: string };
export type Counts = Record<Fate, number>;

/** Time a batch may take, and wait for the one another process is writing. */
export const batchLimits = { timeout: 60_000, maxWait: 10_000 } as const;

/**
 * Makes requests of the lines that are new, in the caller's transaction, and says how many of each fate there were. One batch at a
 * time writes, whoever else imports: of two with the same line the second finds it known. Nobody is written to, and no job follows.
 */
export async function takeOver(tx: Tx, lines: readonly Judged[], { actor, staffId }: TakenBy): Promise<Counts> {
  await waitForTurn(tx);
  const fates = await fatesOf(tx, lines);
  const fresh = lines.filter((_, index) => fates[index] === "new");
  if (fresh.length > 0) {
    await holdClock(tx);
    const clock = await clockFacts(null, tx);
    const closing = await closingClocks(tx);
    const teams = await teamsOf(tx, fresh.flatMap(({ assigneeId }) => assigneeId ?? []));
    const { controllerTimeZone: timeZone } = env();
    const beginnings = fresh.flatMap(({ told, assigneeId: named }): Beginning[] => {
      if (!told) return [];
      const assigneeId = named !== null && teams.has(named) ? named : null;
      const imported = importRequest({ told, assigneeId, teamId: teams.get(assigneeId ?? "") ?? null, staffId, now: clock.at.toISOString(), today: clock.today, timeZone, newId: randomUUID });
      return [{ ...imported, key: newKey(), actor, closing: told.end && closing(told.end.on) }];
    });
    const begun = await insertCases(tx, clock, beginnings);
    await rememberLines(tx, fresh.map(({ key, content }, index) => ({ key, content: beginnings[index]?.caseFile ? content : null, reference: begun[index]?.reference ?? "" })));
  }
  return countsOf(fates);
}

/** In which team each of them is who still handles cases, held still until this is written. */
async function teamsOf(tx: Tx, staffIds: readonly string[]): Promise<Map<string, string | null>> {
  const rows = await tx.$queryRaw<{ id: string; teamId: string | null }[]>`select id::text, "teamId"::text from "Staff" where id = any(${[...new Set(staffIds)]}::uuid[]) and "disabledAt" is null and roles && ${rolesWith("case.handle")}::text[] order by id for share`;
  return new Map(rows.map(({ id, teamId }) => [id, teamId]));
}

/** Waits longer than other writers do: a batch is some hundred lines. Before any other lock. */
export async function waitForTurn(tx: Tx): Promise<void> {
  await tx.$executeRaw`select set_config('lock_timeout', '30s', true)`;
  await tx.$executeRaw`select set_config('statement_timeout', '40s', true)`;
  await tx.$executeRaw`select pg_advisory_xact_lock(${locks.imports})`;
  await tx.$executeRaw`select set_config('lock_timeout', '3s', true)`;
}

export function countsOf(fates: readonly Fate[]): Counts {
  const counts: Counts = { new: 0, known: 0, changed: 0, wrong: 0 };
  for (const fate of fates) counts[fate] += 1;
  return counts;
}
