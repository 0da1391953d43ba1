import { z } from "zod";
import type { CalendarDate } from "@/lib/law/calendar";
import { dateText, optional } from "./ask/text";

/** Out of office, both days included; `until` null: without an end. */
export type Away = { from: CalendarDate | null; until: CalendarDate | null };

/** Is somebody away on that day? */
export function isAwayOn({ from, until }: Away, day: CalendarDate): boolean {
  return from !== null && from <= day && (until === null || until >= day);
}

/** As the form gives it: from when, until when at most, and who stands in. */
export const absenceSchema = z
  .object({ from: dateText(), until: optional(dateText()), standIn: optional(z.uuid("choice")) })
  .strict()
  .superRefine(({ from, until }, context) => {
    if (until !== null && until < from) context.addIssue({ code: "custom", path: ["until"], message: "date-order" });
  });
export type Absence = z.infer<typeof absenceSchema>;
