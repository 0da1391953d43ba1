import "server-only";
import { writeLetter } from "@/lib/letters/letters";
import type { LetterName, RequestEvent } from "@/lib/request/event";
import { recordLetter } from "@/lib/request/reply/record-letter";
import { systemActor } from "../actor";
import { letterFactsAt } from "../letter-facts";
import { log } from "../log";
import { perform } from "../perform";
import { loadCase } from "../store";
import { deliver } from "./deliver";
import type { Handler } from "./job";

/**
 * Sends the letter of an event, once, and records that it left or never will. A letter says what was so on the day of its
 * event, however late it leaves. Nothing is sent where there is no address, or once the case file is gone.
 */
export const sendLetter: Handler<"send-letter"> = async ({ reference, eventId, letter }, run) => {
  const found = await loadCase(reference);
  const event = found?.events.find((candidate) => candidate.id === eventId);
  const to = found?.caseFile?.requester.email;
  if (!found || !event || !to || isSettled(found.events, eventId, letter)) return;
  const written = writeLetter(letter, await letterFactsAt(found, event, null));
  const sent = await deliver({ to, letter: written, locale: found.request.locale, messageId: `${eventId}.${letter}` }, run);
  const recorded = await perform(systemActor(), recordLetter, { letter, eventId, sent }, { reference });
  if ("refused" in recorded) log.warn({ code: "letter_not_recorded", reference, eventId });
};

function isSettled(events: readonly RequestEvent[], eventId: string, letter: LetterName): boolean {
  return events.some((event) => (event.type === "LetterSent" || event.type === "LetterFailed") && event.data.eventId === eventId && event.data.letter === letter);
}
