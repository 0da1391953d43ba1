import "server-only";
import { type CalendarDate, daysBetween } from "@/lib/law/calendar";
import type { Right } from "@/lib/law/rights";
import { registerCells, registerHeader } from "@/lib/i18n/register-cells";
import { csvLine } from "@/lib/request/register/csv";
import { filterFrom, type QueueFilter } from "@/lib/request/queue-filter";
import type { RegisterEntry } from "@/lib/request/register/entry";
import type { StaffActor } from "../actor";
import { auditFact } from "../audit";
import { now } from "../clock";
import { db, type Prisma } from "../db";
import { append } from "../events";
import { queueFilter } from "./queue-filter";

export type RegisterFormat = "csv" | "json";
/** `text`: in pieces, each of one batch of requests. */
export type RegisterExport = { text: AsyncGenerator<string, void> };

const batchSize = 500;
type Row = Omit<RegisterEntry, "rights" | "days"> & { rights: Right[]; outcomes: string[]; reopenedOn: CalendarDate | null };

/**
 * The register of what a filter of the queue matches, whole: whoever reads it sees all cases. Nothing of the person who asked is in it. That it was asked for is
 * on record before the first line leaves; how many lines left, and whether all did, when it ends or is broken off. A batch is
 * read when the one before it has left, and none after the reader went away. Null: not theirs, or no search of their session.
 */
export async function registerExport(actor: StaffActor, asked: Partial<QueueFilter>, format: RegisterFormat): Promise<RegisterExport | null> {
  if (!actor.permissions.has("register.read")) return null;
  const filter = filterFrom((name) => asked[name as keyof QueueFilter]);
  const where = await queueFilter(actor, filter);
  if (!where) return null;
  const told = auditFact(actor, "RegisterExported", { filter: codesOf(filter), format });
  await append(db(), now(), [told]);
  const end = async (count: number, isComplete: boolean) => {
    const ended = auditFact(actor, "RegisterExportEnded", { exportId: told.id, count, isComplete });
    await append(db(), now(), [ended]);
  };
  return { text: format === "csv" ? csv(where, actor, end) : json(where, filter, end) };
}

type End = (count: number, isComplete: boolean) => Promise<void>;

/** In the reader's language, with a byte order mark: without it spreadsheets read accents wrongly. */
async function* csv(where: Prisma.Sql, { locale }: StaffActor, end: End): AsyncGenerator<string, void> {
  const lines = (entries: RegisterEntry[]) => entries.map((entry) => csvLine(registerCells(entry, locale))).join("");
  yield* counted(where, end, { before: `\uFEFF${csvLine(registerHeader(locale))}`, piece: lines, after: "" });
}

/** In codes, one request a line. Broken off it is no JSON, so nobody takes a part for the whole. */
async function* json(where: Prisma.Sql, filter: QueueFilter, end: End): AsyncGenerator<string, void> {
  const head = JSON.stringify({ exportedAt: now().toISOString(), filter: codesOf(filter), requests: [] });
  const lines = (entries: RegisterEntry[], isFirst: boolean) => entries.map((entry, index) => `${isFirst && index === 0 ? "" : ","}\n${JSON.stringify(entry)}`).join("");
  yield* counted(where, end, { before: head.slice(0, -2), piece: lines, after: "\n]}\n" });
}

type Shape = { before: string; piece: (entries: RegisterEntry[], isFirst: boolean) => string; after: string };

async function* counted(where: Prisma.Sql, end: End, { before, piece, after }: Shape): AsyncGenerator<string, void> {
  let count = 0;
  let isComplete = false;
  try {
    yield before;
    for await (const entries of batches(where)) {
      const isFirst = count === 0;
      count += entries.length;
      yield piece(entries, isFirst);
    }
    yield after;
    isComplete = true;
  } finally {
    await end(count, isComplete);
  }
}

/** By reference, which never changes: no request twice and none left out, whatever is written meanwhile. */
async function* batches(where: Prisma.Sql): AsyncGenerator<RegisterEntry[], void> {
  for (let last = ""; ; ) {
    const rows = await db().$queryRaw<Row[]>`
      select request.reference, request.rights, request.outcomes, request.channel, request.locale, request."receivedOn"::text, request."dueOn"::text, request.state, request."wasSuspended", request."extensionMonths",
        request."reopenedOn"::text, request."answeredOn"::text, request."isOnTime", request."refusalGrounds", case when staff.id is not null then json_build_object('id', staff.id, 'name', staff.name) end as assignee
      from "SubjectRequest" request left join "Staff" staff on staff.id = request."assigneeId"
      where ${where} and request.reference > ${last} order by request.reference limit ${batchSize}`;
    if (rows.length > 0) yield rows.map(entryOf);
    if (rows.length < batchSize) return;
    last = rows.at(-1)?.reference ?? "";
  }
}

function entryOf({ rights, outcomes, ...row }: Row): RegisterEntry {
  return {
    reference: row.reference,
    rights: rights.map((right, index) => ({ right, outcome: (outcomes[index] ?? "undecided") as RegisterEntry["rights"][number]["outcome"] })),
    channel: row.channel,
    locale: row.locale === "en" ? "en" : "fr",
    receivedOn: row.receivedOn,
    dueOn: row.dueOn,
    state: row.state,
    wasSuspended: row.wasSuspended,
    extensionMonths: row.extensionMonths,
    answeredOn: row.answeredOn,
    days: row.answeredOn && daysBetween(row.reopenedOn ?? row.receivedOn, row.answeredOn),
    isOnTime: row.isOnTime,
    refusalGrounds: row.refusalGrounds,
    assignee: row.assignee,
  };
}

/** The filter without anything somebody could have written into the address. */
function codesOf({ search, ...filter }: QueueFilter) {
  return { ...Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== "")), ...(search && { searched: true as const }) };
}
