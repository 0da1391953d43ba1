import { z } from "zod";
import { type CalendarDate, calendarDate } from "@/lib/law/calendar";
import { choice, dateText } from "./ask/text";
import { type Arrival, arrivalChannels } from "./event";
import type { SubjectRequest } from "./request";

/** What a form says of something that came outside the person's space: by which way, and on which day it reached us. */
export const arrivalFields = { channel: choice(arrivalChannels), arrivedOn: dateText() };
type Typed = z.infer<z.ZodObject<typeof arrivalFields>>;

/** The arrival, or null where the day cannot be: before the request itself, or still to come. */
export function arrivalOf({ channel, arrivedOn }: Typed, request: Pick<SubjectRequest, "receivedOn">, today: CalendarDate): Arrival | null {
  const on = calendarDate(arrivedOn);
  return on < request.receivedOn || on > today ? null : { channel, on };
}
