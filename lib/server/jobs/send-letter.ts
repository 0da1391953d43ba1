import "server-only";
import { writeLetter } from "@/lib/letters/letters";
import type { LetterName, RequestEvent } from "@/lib/request/event";
import { recordLetter } from "@/lib/request/reply/record-letter";
import { systemActor } from "../actor";
import { now } from "../clock";
import { db } from "../db";
import { letterFactsAt } from "../letter-facts";
import { log } from "../log";
import { perform } from "../perform";
import { loadCase } from "../store";
import { countTry } from "../throttle";
import { emailToken } from "../tokens";
import { deliver } from "./deliver";
import { enqueue } from "./enqueue";
import type { Handler, JobPayloads } from "./job";

/** Anybody can file with anybody's address: so many receipts an hour reach it. The others wait for their hour. security.md RL3. */
const receiptsAnHour = { tries: 3, windowMs: 3_600_000 };

/**
 * Sends the letter of an event, once, and records that it left or never will. A letter says what was so on the day of its
 * event, however late it leaves. Nothing is sent where there is no address, or once the case file is gone.
 */
export const sendLetter: Handler<"send-letter"> = async ({ reference, eventId, letter }, run) => {
  const found = await loadCase(reference);
  const event = found?.events.find((candidate) => candidate.id === eventId);
  const to = found?.caseFile?.requester.email;
  if (!found || !event || !to || isSettled(found.events, eventId, letter)) return;
  if (run.attempt === 1 && isUnproven(event) && (await putOff(to, { reference, eventId, letter }))) return;
  const written = writeLetter(letter, await letterFactsAt(found, event, null));
  const sent = await deliver({ to, letter: written, locale: found.request.locale, messageId: `${eventId}.${letter}` }, run);
  const recorded = await perform(systemActor(), recordLetter, { letter, eventId, sent }, { reference });
  if ("refused" in recorded) log.warn({ code: "letter_not_recorded", reference, eventId });
};

/** A receipt asked for through the form, by somebody who has not shown yet that the address is theirs. */
function isUnproven({ type, actor }: RequestEvent): boolean {
  return type === "RequestFiled" && actor === "requester";
}

/** Was the address written to often enough this hour? Then the job is written anew for the next: late, never lost. Each mail counts once, however often it is tried. */
async function putOff(to: string, payload: JobPayloads["send-letter"]): Promise<boolean> {
  const wait = await countTry("receipt-mail", Buffer.from(await emailToken(to)).toString("hex"), receiptsAnHour);
  if (wait > 0) await enqueue(db(), "send-letter", payload, { key: `${payload.letter}:${payload.eventId}`, runAt: new Date(now().getTime() + wait * 1000) });
  return wait > 0;
}

function isSettled(events: readonly RequestEvent[], eventId: string, letter: LetterName): boolean {
  return events.some((event) => (event.type === "LetterSent" || event.type === "LetterFailed") && event.data.eventId === eventId && event.data.letter === letter);
}
