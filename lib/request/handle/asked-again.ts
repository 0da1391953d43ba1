import { type CalendarDate, daysBetween } from "@/lib/law/calendar";
import type { Right } from "@/lib/law/rights";
import type { SubjectRequest } from "../request";

type Other = { rights: readonly Right[]; receivedOn: CalendarDate };

/**
 * Which other requests of one person ask the same right as this one, received within so many days of it, before or after: to be
 * merged, or judged as repeated at reasonable intervals or not. GDPR Art. 12(5), recital 63.
 */
export function askedAgain<Request extends Other>({ claims, receivedOn }: Pick<SubjectRequest, "claims" | "receivedOn">, others: readonly Request[], withinDays: number): Request[] {
  return others.filter((other) => other.rights.some((right) => claims.some((claim) => claim.right === right)) && Math.abs(daysBetween(other.receivedOn, receivedOn)) <= withinDays);
}
