/** Many open cases, and a holiday is added: what it costs to show whom it moves, and to move them. */
import { randomBytes, randomUUID } from "node:crypto";
import { addDays, type CalendarDate } from "@/lib/law/calendar";
import type { NewEvent, RequestEvent } from "@/lib/request/event";
import { referenceFrom } from "@/lib/request/reference";
import { replay } from "@/lib/request/evolve";
import type { SubjectRequest } from "@/lib/request/request";

type Row = (title: string, times: number[], note?: string) => void;
/** BENCH_OPEN_CASES: how many open cases; about a minute for the 100,000 of a large desk. */
const openCases = Number(process.env.BENCH_OPEN_CASES ?? 100_000);
const batch = 2_000;

export async function benchClock(row: Row): Promise<void> {
  const { clockFacts } = await import("@/lib/server/clock-facts");
  const { changeClock, newestSettings, withChange } = await import("@/lib/server/clock-settings");
  const { movesUnder } = await import("@/lib/server/clock-moves");
  const { recompute } = await import("@/lib/server/jobs/recompute");
  const { newStaff } = await import("@/lib/server/fixtures/cases");
  const { db } = await import("@/lib/server/db");
  const taken = new Set((await db().subjectRequest.findMany({ select: { reference: true } })).map(({ reference }) => reference));
  for (let made = 0; made < openCases; made += batch) await makeCases(Math.min(batch, openCases - made), taken);
  await db().$executeRaw`analyze`;

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

/** Received over the last four weeks; one in ten was asked for a proof and sent it, one in a hundred has still to. */
async function makeCases(count: number, taken: Set<string>): Promise<void> {
  const { clockFacts } = await import("@/lib/server/clock-facts");
  const { db } = await import("@/lib/server/db");
  const { chainHash } = await import("@/lib/server/events");
  const { rowOf } = await import("@/lib/server/write");
  const clock = await clockFacts();
  const made = Array.from({ length: count }, (_, index) => {
    const receivedOn = addDays(clock.today, -(index % 28));
    const receivedAt = `${receivedOn}T09:00:00.000Z`;
    const facts: { event: NewEvent; on: CalendarDate }[] = [
      { on: receivedOn, event: { id: randomUUID(), type: "RequestFiled", data: { claims: [{ id: randomUUID(), right: "access" }], requesterKind: "data-subject", channel: "portal", locale: "fr", receivedAt, receivedOn, files: [], hasEmail: true } } },
      { on: receivedOn, event: { id: randomUUID(), type: "LetterSent", data: { letter: "receipt", eventId: randomUUID() } } },
      { on: receivedOn, event: { id: randomUUID(), type: "CaseTaken", data: { staffId: randomUUID() } } },
    ];
    if (index % 10 === 0 || index % 100 === 1) facts.push({ on: addDays(receivedOn, 1), event: { id: randomUUID(), type: "IdentityRequested", data: { grounds: ["email-unknown"], kinds: ["identity-card"], followUp: false } } });
    if (index % 10 === 0) facts.push({ on: addDays(receivedOn, 4), event: { id: randomUUID(), type: "IdentityReceived", data: { files: [] } } });
    const reference = freeReference(taken);
    const events = facts.map(({ event, on }, place) => ({ ...event, sequence: place + 1, at: `${on}T10:00:00.000Z`, on, actor: "system" }) as RequestEvent);
    return { reference, events, request: { ...(replay(reference, events) as SubjectRequest), assigneeId: null } };
  });
  await db().$transaction(async (tx) => {
    const rows = made.map(({ reference, request }) => ({ reference, ...rowOf(request, null, clock) }));
    await tx.$executeRaw`insert into "SubjectRequest" select (json_populate_record(null::"SubjectRequest", row)).* from json_array_elements(${JSON.stringify(rows)}::json) as row`;
    const last = await tx.event.findFirst({ orderBy: { position: "desc" }, select: { position: true, hash: true } });
    let [position, hash]: [bigint, Uint8Array] = [last?.position ?? 0n, last?.hash ?? new Uint8Array(32)];
    const events = made.flatMap((each) => each.events.map(({ on: _, at, ...event }) => {
      const linked = { ...event, reference: each.reference, at: new Date(at), position: (position += 1n) };
      hash = chainHash(hash, linked);
      return { ...linked, position: String(position), hash: `\\x${Buffer.from(hash).toString("hex")}` };
    }));
    await tx.$executeRaw`insert into "Event" select (json_populate_record(null::"Event", event)).* from json_array_elements(${JSON.stringify(events)}::json) as event`;
  });
}

function freeReference(taken: Set<string>): string {
  for (;;) {
    const reference = referenceFrom(randomBytes(7));
    if (!taken.has(reference)) return taken.add(reference) && reference;
  }
}
