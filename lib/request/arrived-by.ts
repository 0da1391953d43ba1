import { z } from "zod";
import { type CalendarDate, calendarDate } from "@/lib/law/calendar";
import { type RecordedChannel, recordedChannels } from "./arrival";
import { choice, dateText } from "./ask/text";
import type { SubjectRequest } from "./request";

/** How something reached us later that the person did not send through their space, and on which day: the day that counts, not that of typing it in. */
export type ArrivedBy = { channel: RecordedChannel; on: CalendarDate };

/** What a form says of it. */
export const arrivedByFields = { channel: choice(recordedChannels), arrivedOn: dateText() };
type Typed = z.infer<z.ZodObject<typeof arrivedByFields>>;

/** The same as dates of law, or null where the day cannot be: before the request itself, or still to come. */
export function arrivedByOf({ channel, arrivedOn }: Typed, request: Pick<SubjectRequest, "receivedOn">, today: CalendarDate): ArrivedBy | null {
  const on = calendarDate(arrivedOn);
  return on < request.receivedOn || on > today ? null : { channel, on };
}
