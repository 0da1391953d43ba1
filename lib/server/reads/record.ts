import "server-only";
import { randomUUID } from "node:crypto";
import type { CalendarDate } from "@/lib/law/calendar";
import { timeLimit, type TimeLimit } from "@/lib/law/time-limit";
import { clockEventsOf, receiptOf } from "@/lib/request/arrival";
import type { Came } from "@/lib/request/ask/arrival-input";
import type { StaffActor } from "../actor";
import { clockFacts } from "../clock-facts";
import { env } from "../env";

/** What the dates staff give are judged by. */
export async function arrivalClock(): Promise<{ today: CalendarDate; now: string; timeZone: string }> {
  const { at, today } = await clockFacts();
  return { today, now: at.toISOString(), timeZone: env().controllerTimeZone };
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
