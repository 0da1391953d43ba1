import "server-only";
import { cookies, headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import { cache } from "react";
import type { Permission } from "@/lib/access/permissions";
import type { Locale } from "@/lib/i18n/locale";
import { mint, type RequesterActor, type StaffActor, type TaskActor } from "./actor";
import { now } from "./clock";
import { db } from "./db";
import { markReached } from "./reached";
import { actorOfToken, endSession, sessionCookie } from "./staff-session";
import { hashToken } from "./tokens";

/** The member of staff behind this request, or null. */
export const currentStaff = cache(async (): Promise<StaffActor | null> => {
  markReached();
  return actorOfToken((await cookies()).get(sessionCookie.name)?.value);
});

/** The member of staff, if they may; otherwise to sign-in, or not found. Every office page and read begins with it. */
export async function requireStaff(permission: Permission): Promise<StaffActor> {
  const actor = await currentStaff();
  if (!actor) redirect("/office/sign-in");
  if (!actor.permissions.has(permission)) notFound();
  return actor;
}

/** Any member of staff, whatever their role: for their own account. */
export async function requireAnyStaff(): Promise<StaffActor> {
  return (await currentStaff()) ?? redirect("/office/sign-in");
}

/** Ends this browser's staff session, if it has one. */
export async function signOutStaff(): Promise<void> {
  const actor = await currentStaff();
  if (actor) await endSession(actor.sessionId);
  (await cookies()).set(sessionCookie.name, "", { ...sessionCookie.options, maxAge: 0 });
}

export const followCookie = {
  name: "__Host-follow",
  options: { httpOnly: true, secure: true, sameSite: "lax" as const, path: "/" },
};
const followLimits = { idleMs: 30 * 60_000, absoluteMs: 2 * 3_600_000 } as const;

/** The person in their own space, or null. Idle and absolute limits as in `followLimits`. */
export const requesterActor = cache(async (): Promise<RequesterActor | null> => {
  markReached();
  const token = (await cookies()).get(followCookie.name)?.value;
  if (!token || token.length > 100) return null;
  const session = await db().followSession.findUnique({ where: { tokenHash: hashToken(token) } });
  if (!session || session.revokedAt) return null;
  const at = now().getTime();
  const idle = at - session.lastSeenAt.getTime();
  if (idle > followLimits.idleMs || at - session.createdAt.getTime() > followLimits.absoluteMs) return null;
  if (idle > 60_000) await db().followSession.update({ where: { tokenHash: session.tokenHash }, data: { lastSeenAt: now() } });
  return mint({ kind: "requester" as const, reference: session.reference });
});

export const taskCookie = { name: "__Host-task", options: followCookie.options };

/** The department behind the link of one task, or null: as long as its session lasts, that link is good and the task may be answered or corrected. */
export const taskActor = cache(async (): Promise<TaskActor | null> => {
  markReached();
  const token = (await cookies()).get(taskCookie.name)?.value;
  if (!token || token.length > 100) return null;
  const session = await db().taskSession.findUnique({ where: { tokenHash: hashToken(token) }, include: { task: true } });
  if (!session || session.link !== session.task.link || !["open", "answered"].includes(session.task.state)) return null;
  const at = now().getTime();
  const idle = at - session.lastSeenAt.getTime();
  if (idle > followLimits.idleMs || at - session.createdAt.getTime() > followLimits.absoluteMs) return null;
  if (idle > 60_000) await db().taskSession.update({ where: { tokenHash: session.tokenHash }, data: { lastSeenAt: now() } });
  const { id, reference, departmentId } = session.task;
  return mint({ kind: "department" as const, taskId: id, reference, departmentId });
});

/** The language a browser prefers, of those we speak. */
export async function preferredLocale(): Promise<Locale> {
  const accepted = ((await headers()).get("accept-language") ?? "").toLowerCase().slice(0, 200);
  const [fr, en] = [accepted.search(/\bfr\b/), accepted.search(/\ben\b/)];
  return en >= 0 && (fr < 0 || en < fr) ? "en" : "fr";
}
