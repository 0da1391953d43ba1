import "server-only";
import { permissionsOf } from "@/lib/access/permissions";
import type { Locale } from "@/lib/i18n/locale";
import type { StaffActor } from "../actor";
import { audit } from "../audit";
import { now } from "../clock";
import { db } from "../db";
import { env } from "../env";
import { hashToken, newToken } from "../tokens";

/** A new secret address of one's own calendar; the one before stops answering. Only its hash is kept, so it is shown once. */
export async function newCalendarFeed(actor: StaffActor): Promise<string> {
  const token = newToken();
  const row = { tokenHash: hashToken(token), createdAt: now() };
  await db().$transaction(async (tx) => {
    await tx.calendarFeed.upsert({ where: { staffId: actor.id }, create: { staffId: actor.id, ...row }, update: row });
    await audit(tx, actor, "CalendarFeedCreated", { staffId: actor.id });
  });
  return `${env().publicUrl}/api/calendar/${token}.ics`;
}

/** Takes one's address away, at once. */
export async function revokeCalendarFeed(actor: StaffActor): Promise<void> {
  await db().$transaction(async (tx) => {
    const { count } = await tx.calendarFeed.deleteMany({ where: { staffId: actor.id } });
    if (count > 0) await audit(tx, actor, "CalendarFeedRevoked", { staffId: actor.id });
  });
}

/** Whose calendar an address is, while they work here and may handle cases. `name`: the last part of the address. */
export async function feedOwner(name: string): Promise<{ id: string; locale: Locale } | null> {
  const token = /^([\w-]{43})(?:\.ics)?$/.exec(name)?.[1];
  if (!token) return null;
  const feed = await db().calendarFeed.findUnique({ where: { tokenHash: hashToken(token) }, select: { staff: { select: { id: true, locale: true, roles: true, disabledAt: true } } } });
  if (!feed || feed.staff.disabledAt || !permissionsOf(feed.staff.roles).has("case.handle")) return null;
  return { id: feed.staff.id, locale: feed.staff.locale === "en" ? "en" : "fr" };
}
