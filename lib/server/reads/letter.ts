import "server-only";
import type { Letter } from "@/lib/letters/letter";
import type { Paper } from "@/lib/letters/letter-facts";
import { writeLetter } from "@/lib/letters/letters";
import type { CalendarDate } from "@/lib/law/calendar";
import type { TimeLimit } from "@/lib/law/time-limit";
import type { LetterName, RequestEvent } from "@/lib/request/event";
import type { DueLetter } from "@/lib/request/letters-due";
import { letterAfter } from "@/lib/request/reactions";
import type { StaffActor } from "../actor";
import { env } from "../env";
import { letterFactsAt } from "../letter-facts";
import { loadCaseFor } from "../store";
import type { CaseView } from "./case";

export type PrintedLetter = { letter: Letter; standing: DueLetter; baseUrl: string; handToPostOn: string | null };

/** The letter of an event as it goes by post, with what a mail would leave to the person's space. Null where there is none or nothing may be read. */
export async function printedLetter(actor: StaffActor, view: CaseView, eventId: string): Promise<PrintedLetter | null> {
  const event = view.timeline.find(({ id }) => id === eventId);
  const name = event && letterAfter[event.type];
  const standing = view.request.letters.find((letter) => letter.eventId === eventId && letter.name === name);
  if (!actor.permissions.has("case.read") || !view.caseFile || !event || !name || !standing) return null;
  // As it was written: what the person is told is told whole, be it the name of a request the reader does not see.
  const whole = await loadCaseFor(actor, view.request.reference);
  const told = whole?.events.find(({ id }) => id === eventId);
  if (!whole || !told) return null;
  const facts = await letterFactsAt(whole, told, paperOf(view, event), postedOn(view, eventId));
  return { letter: writeLetter(name, facts), standing, baseUrl: env().publicUrl, handToPostOn: lastDay(name, facts.limit) };
}

/** The day it was posted; today as long as it was not. */
function postedOn({ timeline, today }: CaseView, eventId: string): CalendarDate {
  return timeline.flatMap((entry) => (entry.type === "LetterPosted" && entry.data.eventId === eventId ? [entry.data.postedOn] : []))[0] ?? today;
}

/** By when it has to be handed to the post: a reply some days before it is due, the notice of an extension within the first month. */
function lastDay(name: LetterName, limit: TimeLimit): string | null {
  if (name === "reply-available") return limit.handToPostOn;
  return name === "extension-notice" ? limit.extensionNoticeDueOn : null;
}

/** The question or the reply itself, and the names of the files to enclose. */
function paperOf({ caseFile, files }: CaseView, event: RequestEvent): Paper {
  if (event.type === "QuestionAsked" || event.type === "IncidentTold" || event.type === "ClarificationRequested" || event.type === "DeadlineExtended") return { body: caseFile?.messages.find(({ id }) => id === event.data.messageId)?.body ?? null, enclosed: [] };
  if (event.type !== "ReplySent") return { body: null, enclosed: [] };
  return { body: caseFile?.replies.find(({ id }) => id === event.id)?.body ?? null, enclosed: files.filter(({ id }) => event.data.fileIds.includes(id)).map(({ name }) => name) };
}
