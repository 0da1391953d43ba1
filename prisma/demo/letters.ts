import { recordLetter } from "@/lib/request/reply/record-letter";
import { letterAfter } from "@/lib/request/reactions";
import { systemActor } from "@/lib/server/actor";
import { db } from "@/lib/server/db";
import { perform } from "@/lib/server/perform";
import { loadCase } from "@/lib/server/store";

/**
 * Letters of the example are taken as sent a minute after what they tell of: none is really mailed to an invented address.
 * `fails`: the last one came back, for something to see.
 */
export async function settleLetter(reference: string, at: Date, fails: boolean): Promise<void> {
  const event = (await loadCase(reference))?.events.at(-1);
  const letter = event && letterAfter[event.type];
  if (!event || !letter) return;
  await db().$executeRaw`select graphile_worker.remove_job(${`${letter}:${event.id}`}::text)`;
  const hasEmail = (await loadCase(reference))?.caseFile?.requester.email;
  if (hasEmail) await perform(systemActor(), recordLetter, { letter, eventId: event.id, sent: !fails }, { reference, at: new Date(at.getTime() + 60_000) });
}
