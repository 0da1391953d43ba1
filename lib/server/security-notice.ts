import "server-only";
import type { SecurityNotice } from "@/lib/letters/security-notice";
import type { Tx } from "./db";
import { enqueue } from "./jobs/enqueue";

/** Tells somebody by mail what happened to their account, in the transaction of what happened. security.md AU13. `eventId`: the fact on record. */
export async function noticeTo(tx: Tx, about: { staffId: string; eventId: string; notice: SecurityNotice }): Promise<void> {
  await enqueue(tx, "send-security-notice", about, { key: `security-notice:${about.eventId}` });
}
