import "server-only";
import ical, { ICalEventTransparency } from "ical-generator";
import type { Locale } from "@/lib/i18n/locale";
import { messages } from "@/lib/i18n/messages";
import type { CalendarDate } from "@/lib/law/calendar";
import type { Right } from "@/lib/law/rights";

/** A due date. `version`: of the case, so that a calendar sees that an entry has changed. */
export type DueDate = { reference: string; version: number; rights: Right[]; dueOn: CalendarDate; suspended: boolean };

type About = { locale: Locale; publicUrl: string; at: Date };

/** How often a calendar should ask again, in seconds. */
const refreshSeconds = 3_600;

/** Due dates as a calendar, one all-day entry each: RFC 5545 and 7986. References, rights, dates and links, no name. */
export function writeCalendar(dueDates: readonly DueDate[], { locale, publicUrl, at }: About): string {
  const { calendar: words, law } = messages(locale);
  const calendar = ical({ name: words.name, prodId: `//Rightsdesk//Calendar//${locale.toUpperCase()}`, ttl: refreshSeconds });
  for (const { reference, version, rights, dueOn, suspended } of dueDates) {
    const url = `${publicUrl}/office/requests/${reference}`;
    calendar.createEvent({
      // The same as long as the case lives, whatever its date: a calendar moves the entry instead of adding one.
      id: `${reference}.due@${new URL(publicUrl).hostname.replaceAll(/[[\]]/g, "")}`,
      // Grows when the case changes, and with a suspended case's date, which moves by itself. RFC 5545, 3.8.7.4.
      sequence: version * 100_000 + Math.floor(Date.parse(dueOn) / 86_400_000),
      stamp: at,
      // Midnight UTC and no zone: the date is taken as it stands.
      start: new Date(`${dueOn}T00:00:00Z`),
      allDay: true,
      summary: suspended ? words.summarySuspended(reference) : words.summary(reference),
      description: [words.rights(rights.map((right) => law.right[right].short)), ...(suspended ? [words.suspended] : []), url].join("\n"),
      url,
      transparency: ICalEventTransparency.TRANSPARENT,
    });
  }
  return `${calendar.toString()}\r\n`;
}
