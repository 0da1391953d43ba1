import "server-only";
import type { CalendarDate } from "@/lib/law/calendar";

/** The civil date in a column of that type, which the client gives as midnight UTC. */
export function dayOf(column: Date): CalendarDate {
  return column.toISOString().slice(0, 10) as CalendarDate;
}
