import type { Locale } from "@/lib/i18n/locale";
import { dayWords } from "@/lib/i18n/dates";
import { messages } from "@/lib/i18n/messages";
import type { TimeLimit } from "@/lib/law/time-limit";
import type { RequestEvent, RequestEventType } from "@/lib/request/event";
import type { SubjectRequest } from "@/lib/request/request";

/** Who is responsible, from the configuration. */
export type Controller = { name: string; address: string; email: string; dpoName: string | null; dpoEmail: string };

/** What a letter on paper says beside, since its reader may not be able to look it up: the question or the reply itself, and what is enclosed. */
export type Paper = { body: string | null; enclosed: readonly string[] };

/**
 * What an e-mail may be made of: the case as it stood right after `event`, its time limit on that day, and the controller.
 * The case file is left out on purpose: no e-mail carries a name, an address or a sentence somebody wrote.
 */
export type LetterFacts<Type extends RequestEventType = RequestEventType> = {
  request: SubjectRequest;
  event: Extract<RequestEvent, { type: Type }>;
  limit: TimeLimit;
  controller: Controller;
  /** IANA zone in which the hour of receipt is told. */
  timeZone: string;
  /** Null in a mail. */
  paper: Paper | null;
};

/** The words and formats a letter needs, in the language of the request. */
export function wordsFor(locale: Locale) {
  const { letters, law } = messages(locale);
  return { letters, law, day: (date: string) => dayWords(date, locale) };
}

/** The person's own space, or a page of it. */
export function spacePath(request: SubjectRequest, page: "" | "/check" | "/reply" = ""): string {
  return `/${request.locale}/follow/${request.reference}${page}`;
}

/** Who to write to about data protection: the DPO by name where the controller gives one, else their team. */
export function dpoOf({ dpoName }: Pick<Controller, "dpoName">, locale: Locale): string {
  return dpoName ?? messages(locale).letters.dpoTeam;
}
