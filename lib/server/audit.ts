import "server-only";
import { randomUUID } from "node:crypto";
import { type Actor, actorText } from "./actor";
import { now } from "./clock";
import { db, type Tx } from "./db";
import { append } from "./events";

/** Facts of access and administration, beside those of the cases. Ids and codes only. */
const auditTypes = [
  "QueueViewed",
  "CaseViewed",
  "FileViewed",
  "SignedIn",
  "SignInFailed",
  "SignedOut",
  "SessionsEnded",
  "StaffAdded",
  "StaffRolesChanged",
  "StaffDisabled",
  "StaffEnabled",
  "PasswordSet",
  "FollowOpened",
  "CalendarFeedCreated",
  "CalendarFeedRevoked",
] as const;
export type AuditType = (typeof auditTypes)[number];
type AuditData = { reference?: string; references?: string[]; fileId?: string; page?: number; staffId?: string; roles?: string[] };

/** Appends to the chain in the caller's transaction. */
export async function audit(tx: Tx, actor: Actor | "nobody", type: AuditType, { reference, ...data }: AuditData = {}): Promise<void> {
  const by = actor === "nobody" ? "nobody" : actorText(actor);
  await append(tx, now(), [{ id: randomUUID(), reference: reference ?? null, sequence: null, type, actor: by, data }]);
}

/** Records that personal data was looked at, before it is shown. security.md AL1. */
export async function recordAccess(actor: Actor, type: "QueueViewed" | "CaseViewed" | "FileViewed", data: AuditData): Promise<void> {
  await db().$transaction((tx) => audit(tx, actor, type, data));
}
