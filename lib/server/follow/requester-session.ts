import "server-only";
import { noteEmailCode } from "@/lib/request/check/note-email-code";
import { mint } from "../actor";
import { audit } from "../audit";
import { now } from "../clock";
import { db, type Tx } from "../db";
import { performIn } from "../perform";
import { hashToken, newToken } from "../tokens";

/**
 * Opens the space of one request, in the caller's transaction; the secret returned is for the cookie, only its hash is kept.
 * That the address of the request was reached is a fact of the case, noted the first time.
 */
export async function openSession(tx: Tx, reference: string, at: Date): Promise<string> {
  const token = newToken();
  const actor = mint({ kind: "requester" as const, reference });
  await performIn(tx, actor, noteEmailCode, {}, { reference, at });
  await tx.followSession.create({ data: { tokenHash: hashToken(token), reference, createdAt: at, lastSeenAt: at } });
  await audit(tx, actor, "FollowOpened", { reference });
  return token;
}

/** Ends a session at once, whoever still holds its cookie. */
export async function revokeSession(token: string): Promise<void> {
  await db().followSession.updateMany({ where: { tokenHash: hashToken(token), revokedAt: null }, data: { revokedAt: now() } });
}
