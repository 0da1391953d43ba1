import "server-only";
import { z } from "zod";
import type { CalendarDate } from "@/lib/law/calendar";
import { isRight } from "@/lib/law/rights";
import type { Locale } from "@/lib/i18n/locale";
import type { StaffActor } from "../actor";
import { now } from "../clock";
import { civilDay } from "../clock-facts";
import { db, type Prisma } from "../db";
import { casesOf, seenBy } from "../reach";
import { dayOf } from "../date-column";

export type IncidentLine = { id: string; name: string; startedOn: CalendarDate; isEnded: boolean; requests: number; open: number };
export type IncidentLetter = { id: string; fr: string; en: string; at: string; told: number; isSending: boolean };
export type Incident = IncidentLine & { answer: { fr: string; en: string }; letters: IncidentLetter[]; today: CalendarDate };

/** Which open requests are likely to be about it: received in these days, of this right and language where that is said. */
export type Gathered = { from: string; until: string; right: string; locale: string };

/** As many as join at one press. */
export const mostGathered = 200;

/** As many as are shown. */
const most = 50;

/** The incidents, the latest first, each with how many requests it has and how many of them are open; two statements. */
export async function incidents(actor: StaffActor): Promise<IncidentLine[]> {
  if (!actor.permissions.has("case.read")) return [];
  const found = await db().incident.findMany({ orderBy: [{ createdAt: "desc" }, { id: "asc" }], take: most });
  const counts = await countsOf(actor, found.map(({ id }) => id));
  return found.map((row) => lineOf(row, counts));
}

/** One incident with its letters; null where there is none. */
export async function incident(actor: StaffActor, id: string): Promise<Incident | null> {
  if (!actor.permissions.has("case.read") || !z.uuid().safeParse(id).success) return null;
  const row = await db().incident.findUnique({ where: { id }, include: { letters: { orderBy: { createdAt: "desc" } } } });
  if (!row) return null;
  return {
    ...lineOf(row, await countsOf(actor, [id])),
    today: civilDay(now()),
    answer: { fr: row.answerFr, en: row.answerEn },
    letters: row.letters.map((letter) => ({ id: letter.id, fr: letter.fr, en: letter.en, at: letter.createdAt.toISOString(), told: letter.told, isSending: letter.sendingSince !== null })),
  };
}

/** What a case is to say of its incident, and those it could join; nothing is asked where there is no incident at all. */
export async function incidentOf(actor: StaffActor, id: string | null): Promise<{ of: { id: string; name: string } | null; open: { id: string; name: string }[] }> {
  if (!actor.permissions.has("case.read")) return { of: null, open: [] };
  const found = await db().incident.findMany({ where: { OR: [{ endedAt: null }, ...(id ? [{ id }] : [])] }, select: { id: true, name: true, endedAt: true }, orderBy: { createdAt: "desc" }, take: most });
  return { of: found.find((each) => each.id === id) ?? null, open: found.filter(({ endedAt }) => endedAt === null) };
}

/** What the answer to a request of this incident says first; empty where nothing is said in common. */
export async function commonAnswer(actor: StaffActor, id: string | null, locale: Locale): Promise<string> {
  if (!id || !actor.permissions.has("case.read")) return "";
  const row = await db().incident.findUnique({ where: { id }, select: { answerFr: true, answerEn: true } });
  return (locale === "fr" ? row?.answerFr : row?.answerEn) ?? "";
}

/** How many open requests are like this and of no incident, up to 1,001. */
export async function countGatherable(actor: StaffActor, alike: Gathered): Promise<number> {
  if (!actor.permissions.has("case.read")) return 0;
  return (await db().subjectRequest.findMany({ where: gatherable(actor, alike), select: { reference: true }, take: 1001 })).length;
}

/** The open requests an actor sees that are like this and of no incident. */
export function gatherable(actor: StaffActor, { from, until, right, locale }: Gathered): Prisma.SubjectRequestWhereInput {
  return {
    AND: [casesOf(actor)],
    isOnDesk: true,
    incidentId: null,
    closedAt: null,
    receivedOn: { gte: new Date(from), lte: new Date(until) },
    ...(isRight(right) ? { rights: { has: right } } : {}),
    ...(locale === "fr" || locale === "en" ? { locale } : {}),
  };
}

type Counts = Map<string, { requests: number; open: number }>;

/** Of the requests the reader sees. */
async function countsOf(actor: StaffActor, ids: string[]): Promise<Counts> {
  if (ids.length === 0) return new Map();
  const rows = await db().$queryRaw<{ id: string; requests: number; open: number }[]>`
    select "incidentId"::text as id, count(*)::int as requests, count(*) filter (where "closedAt" is null)::int as open
    from "SubjectRequest" as request where "incidentId" = any(${ids}::uuid[]) and ${seenBy(actor)} group by "incidentId"`;
  return new Map(rows.map(({ id, ...counts }) => [id, counts]));
}

function lineOf(row: { id: string; name: string; startedOn: Date; endedAt: Date | null }, counts: Counts): IncidentLine {
  return { id: row.id, name: row.name, startedOn: dayOf(row.startedOn), isEnded: row.endedAt !== null, ...(counts.get(row.id) ?? { requests: 0, open: 0 }) };
}
