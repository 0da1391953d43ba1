import { calendarDate } from "@/lib/law/calendar";
import { holidaysOf } from "@/lib/law/holidays";
import type { Right } from "@/lib/law/rights";
import { defaultPolicy } from "@/lib/law/time-limit";
import type { Locale } from "@/lib/i18n/locale";
import type { ClaimAnswers } from "@/lib/request/ask/claim-answers";
import type { CaseFile } from "@/lib/request/case-file";
import type { NewEvent, RequestEvent } from "@/lib/request/event";
import { replay } from "@/lib/request/evolve";
import type { SubjectRequest } from "@/lib/request/request";
import { timeLimitOf } from "@/lib/request/summary";
import type { Controller, LetterFacts, Paper } from "./letter-facts";

/** An invented case for tests and previews. Nothing in it belongs to anybody. */
export const exampleController: Controller = { name: "OPTIMAREST SAS", address: "1 rue de l’Exemple, 31000 Toulouse", email: "contact@optimarest.example", dpoName: "Alix Delorme", dpoEmail: "dpo@optimarest.example" };

export const exampleAnswers: { [R in Right]: Extract<ClaimAnswers, { right: R }>["answers"] } = {
  access: { scope: "specific", details: "Les appels au service client" },
  rectification: { field: "adresse", wrongValue: "12 rue des Lilas", rightValue: "21 rue des Lilas" },
  erasure: { scope: "everything", details: null },
  restriction: { ground: "accuracy-contested", details: null },
  portability: { destination: "other-controller", recipientName: "Boutique Voisine", recipientContact: "contact@voisine.example" },
  objection: { kind: "marketing", address: "camille@exemple.fr", processing: null, situation: null },
  "withdraw-consent": { purposes: ["newsletter", "partners"], address: null },
  "human-review": { orderNumber: "CMD-1042", decidedOn: "2026-11-10", view: "Mes revenus sont stables" },
  transfers: { details: null },
  "post-mortem-directive": { instructions: ["erasure"], details: "Tout effacer", designatedName: "Sacha Martin", designatedContact: null, consent: "yes" },
  deceased: {
    name: "Dominique Martin",
    diedOn: "2026-10-02",
    placeOfDeath: "Albi",
    bornOn: null,
    lastCountry: "France",
    deceasedEmail: null,
    deceasedCustomerNumber: null,
    capacity: "heir",
    relationship: "parent",
    wishes: ["stop-mailings", "close-account", "information-for-estate", "digital-memories", "apply-directives", "update-data"],
    otherHeirs: "agree",
    details: null,
  },
};

export function exampleCaseFile(claims: Record<string, ClaimAnswers>): CaseFile {
  const requester = { name: "Camille Martin", email: "camille@exemple.fr", postalAddress: "21 rue des Lilas, Nantes", customerNumber: "C-77812" };
  return { requester, represented: null, deceased: null, words: null, trackingNumber: null, claims, tasks: [], joined: [], messages: [], notes: [], explanations: {}, replyDraft: null, replies: [] };
}

const uuid = (tail: number) => `00000000-0000-4000-8000-${String(tail).padStart(12, "0")}`;

/** The events of a case filed on Monday 23 November 2026 at 14:05 in Paris, then what followed it, a day apart. */
export function exampleEvents(locale: Locale, rights: readonly Right[], after: readonly Omit<NewEvent, "id">[] = []): RequestEvent[] {
  const claims = rights.map((right, index) => ({ id: uuid(100 + index), right, ...(right === "objection" ? { marketing: true } : {}) }));
  const filed = {
    type: "RequestFiled",
    data: { claims, requesterKind: "data-subject", channel: "portal", locale, receivedAt: "2026-11-23T13:05:00.000Z", receivedOn: calendarDate("2026-11-23"), files: [], hasEmail: true },
  } as const;
  return [filed, ...after].map((event, index) => {
    const on = calendarDate(`2026-11-${23 + index}`);
    return { ...event, id: uuid(index + 1), sequence: index + 1, at: `${on}T13:05:00.000Z`, on, actor: "system" } as unknown as RequestEvent;
  });
}

/** The facts of the letter after the last event. */
export function exampleFacts(events: readonly RequestEvent[], paper: Paper | null = null): LetterFacts {
  const event = events.at(-1) as RequestEvent;
  const request = replay("K7QF-2M95", events) as SubjectRequest;
  const limit = timeLimitOf(request, { today: event.on, holidays: holidaysOf("FR"), policy: defaultPolicy });
  return { request, event, limit, controller: exampleController, timeZone: "Europe/Paris", paper };
}
