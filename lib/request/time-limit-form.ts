// The same question as a person asks it on the page: days, not instants, in the fields of a plain form.
import { type CalendarDate, isCalendarDate } from "@/lib/law/calendar";
import { type HolidayCalendar, holidayCalendars } from "@/lib/law/holiday-calendars";
import type { TimeLimitEvent } from "@/lib/law/time-limit";
import { isoDay } from "./iso-day";
import type { TimeLimitQuestion } from "./time-limit-question";

export const formFields = ["filedOn", "askedOn", "sentOn", "announcedOn", "months", "place"] as const;
export type FormField = (typeof formFields)[number];
/** What was typed or chosen, each field by its name; empty where nothing was. */
export type Filled = Record<FormField, string>;

/** What is wrong with a field. Each has its words in `lib/i18n/*\/time-limit.ts`. */
export type FieldError = "missing" | "date" | "future" | "too-early" | "before-filing" | "before-asked" | "asked-missing" | "announced-missing" | "months-missing" | "choice";
export type FieldErrors = Partial<Record<FormField, FieldError>>;

/** The GDPR applies from this day. Art. 99(2). */
const firstDay = "2018-05-25";

/** The calendar a form names; null where it names none we know. */
export function placeOf({ place }: Pick<Filled, "place">): HolidayCalendar | null {
  return holidayCalendars.find((calendar) => calendar === place) ?? null;
}

/** The question a person asks, or what is wrong with which field. `today`: the date in the place asked about. */
export function questionOf(filled: Filled, today: CalendarDate): { question: TimeLimitQuestion } | { errors: FieldErrors } {
  const errors: FieldErrors = {};
  const dayIn = (field: FormField, notBefore: CalendarDate | null, otherwise: FieldError): CalendarDate | null => {
    const text = filled[field].trim();
    if (text === "") return null;
    const day = isoDay(text);
    const error = !isCalendarDate(day) ? "date" : day > today ? "future" : notBefore && day < notBefore ? otherwise : null;
    if (error) errors[field] = error;
    return error ? null : (day as CalendarDate);
  };
  const filedOn = dayIn("filedOn", firstDay as CalendarDate, "too-early");
  const askedOn = dayIn("askedOn", filedOn, "before-filing");
  const sentOn = dayIn("sentOn", askedOn ?? filedOn, askedOn ? "before-asked" : "before-filing");
  const announcedOn = dayIn("announcedOn", filedOn, "before-filing");
  const months = filled.months === "1" ? 1 : filled.months === "2" ? 2 : null;
  const calendar = placeOf(filled);

  if (!filedOn) errors.filedOn ??= "missing";
  if (sentOn && !askedOn) errors.askedOn ??= "asked-missing";
  if (months && !announcedOn) errors.announcedOn ??= "announced-missing";
  if (!months && filled.months !== "") errors.months = "choice";
  else if (!months && announcedOn) errors.months = "months-missing";
  if (!calendar) errors.place = "choice";
  if (!filedOn || !calendar || Object.keys(errors).length > 0) return { errors };

  const events: TimeLimitEvent[] = [];
  if (askedOn) events.push({ type: "identity-requested", on: askedOn });
  if (sentOn) events.push({ type: "identity-received", on: sentOn });
  if (announcedOn && months) events.push({ type: "extension-notified", on: announcedOn, months });
  return { question: { calendar, receivedOn: filedOn, events } };
}
