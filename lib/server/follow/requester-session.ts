import "server-only";
import { mint } from "../actor";
import { audit } from "../audit";
import { now } from "../clock";
import { db, type Tx } from "../db";
import { hashToken, newToken } from "../tokens";

/** Opens the space of one request, in the caller's transaction; the secret returned is for the cookie, only its hash is kept. */
export async function openSession(tx: Tx, reference: string, at: Date): Promise<string> {
  const token = newToken();
  await tx.followSession.create({ data: { tokenHash: hashToken(token), reference, createdAt: at, lastSeenAt: at } });
  await audit(tx, mint({ kind: "requester" as const, reference }), "FollowOpened", { reference });
  return token;
}

/** Ends a session at once, whoever still holds its cookie. */
export async function revokeSession(token: string): Promise<void> {
  await db().followSession.updateMany({ where: { tokenHash: hashToken(token), revokedAt: null }, data: { revokedAt: now() } });
}
