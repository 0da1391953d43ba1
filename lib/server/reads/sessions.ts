import "server-only";
import type { StaffActor } from "../actor";
import { liveSessions } from "../own-sessions";

export type SessionRow = { id: string; createdAt: string; lastSeenAt: string; device: string | null; isThis: boolean };

/** Where one is signed in; nobody else's. */
export async function ownSessions(actor: StaffActor): Promise<SessionRow[]> {
  const found = await liveSessions(actor);
  return found.map(({ id, createdAt, lastSeenAt, device }) => ({ id, createdAt: createdAt.toISOString(), lastSeenAt: lastSeenAt.toISOString(), device, isThis: id === actor.sessionId }));
}
