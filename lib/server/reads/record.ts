import "server-only";
import { randomUUID } from "node:crypto";
import type { CalendarDate } from "@/lib/law/calendar";
import { timeLimit, type TimeLimit } from "@/lib/law/time-limit";
import { clockEventsOf, receiptOf } from "@/lib/request/arrival";
import type { Came } from "@/lib/request/ask/arrival-input";
import { knownAbout } from "@/lib/request/ask/beside";
import type { Typed } from "@/lib/request/ask/draft";
import { parseReference } from "@/lib/request/reference";
import type { StaffActor } from "../actor";
import { recordAccess } from "../audit";
import { clockFacts } from "../clock-facts";
import { env } from "../env";
import { loadCaseFor } from "../store";

/** What the dates staff give are judged by. */
export async function arrivalClock(): Promise<{ today: CalendarDate; now: string; timeZone: string }> {
  const { at, today } = await clockFacts();
  return { today, now: at.toISOString(), timeZone: env().controllerTimeZone };
}

/** What is known already of the person a further request comes from. */
export type KnownPerson = { reference: string; locale: "fr" | "en"; typed: Typed };

/** The person of a request, so that nothing is typed again; null for who may not see it, or where there is none. The look is on record. */
export async function knownPerson(actor: StaffActor, from: unknown): Promise<KnownPerson | null> {
  const reference = parseReference(from);
  if (!reference || !actor.permissions.has("case.handle")) return null;
  const found = await loadCaseFor(actor, reference);
  if (!found?.caseFile) return null;
  await recordAccess(actor, "CaseViewed", { reference });
  const { representedName, ...typed } = knownAbout(found.caseFile);
  return { reference, locale: found.request.locale, typed: { ...typed, ...(representedName && { behalfOf: representedName }) } };
}

/** `formKey`: new with every page shown, so that a form sent twice makes one request. */
export type RecordView = { limit: TimeLimit; receivedOn: CalendarDate; today: CalendarDate; formKey: string };

/** The time limit a request has that came so, to be seen before it is recorded; null for who may not record. GDPR Art. 12(3). */
export async function recordView(actor: StaffActor, { cameOn, arrival, rights }: Came): Promise<RecordView | null> {
  if (!actor.permissions.has("case.handle")) return null;
  const { today, holidays, policy } = await clockFacts();
  const receivedOn = receiptOf(cameOn, arrival, policy);
  return { limit: timeLimit({ receivedOn, events: clockEventsOf(arrival), holidays, policy, today, rights }), receivedOn, today, formKey: randomUUID() };
}
