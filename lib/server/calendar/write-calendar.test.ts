import ICAL from "ical.js";
import { expect, test } from "vitest";
import { messages } from "@/lib/i18n/messages";
import { calendarDate } from "@/lib/law/calendar";
import { rights } from "@/lib/law/rights";
import { type DueDate, writeCalendar } from "./write-calendar";

const about = { locale: "fr" as const, publicUrl: "https://rights.optimarest.example", at: new Date("2026-11-26T10:00:00Z") };
const due: DueDate = { reference: "K7QF-2M95", version: 4, rights: ["access", "erasure"], dueOn: calendarDate("2026-12-07"), suspended: false };
const suspended: DueDate = { ...due, reference: "P3RT-8WXY", version: 9, rights: [...rights], dueOn: calendarDate("2027-01-01"), suspended: true };
const written = writeCalendar([due, suspended], about);
const read = (text: string) => new ICAL.Component(ICAL.parse(text) as unknown[]);
const events = (text: string) => read(text).getAllSubcomponents("vevent").map((event) => ({ event: new ICAL.Event(event), component: event }));

test("read by another library: one all-day entry for each due date, with rights and link", () => {
  const [first, second] = events(written).map(({ event, component }) => ({
    uid: event.uid,
    day: event.startDate.toString(),
    isDate: event.startDate.isDate,
    summary: event.summary,
    description: event.description,
    sequence: event.sequence,
    url: component.getFirstPropertyValue("url"),
    stamp: String(component.getFirstPropertyValue("dtstamp")),
    transparency: component.getFirstPropertyValue("transp"),
  }));
  expect(first).toEqual({
    uid: "K7QF-2M95.due@rights.optimarest.example",
    day: "2026-12-07",
    isDate: true,
    summary: "K7QF-2M95\u00a0: réponse due",
    description: "Droits\u00a0: Accès, Effacement\nhttps://rights.optimarest.example/office/requests/K7QF-2M95",
    sequence: 420_794,
    url: "https://rights.optimarest.example/office/requests/K7QF-2M95",
    stamp: "2026-11-26T10:00:00Z",
    transparency: "TRANSPARENT",
  });
  expect(second).toMatchObject({ day: "2027-01-01", summary: "P3RT-8WXY\u00a0: délai suspendu", sequence: 920_819 });
  expect(second?.description).toContain(messages("fr").calendar.suspended);
});

test("named and refreshed, in the language of its reader", () => {
  for (const locale of ["fr", "en"] as const) {
    const calendar = read(writeCalendar([due], { ...about, locale }));
    for (const property of ["name", "x-wr-calname"]) expect(calendar.getFirstPropertyValue(property)).toBe(messages(locale).calendar.name);
    expect(calendar.getFirstPropertyValue("prodid")).toBe(`-//Rightsdesk//Calendar//${locale.toUpperCase()}`);
    expect(calendar.getFirstPropertyValue("version")).toBe("2.0");
    expect(String(calendar.getFirstPropertyValue("refresh-interval"))).toBe("PT1H");
    expect(calendar.getFirstPropertyValue("method")).toBeNull();
  }
});

test("RFC 5545, 3.1: every line ends with CRLF and has at most 75 octets, and folding loses nothing", () => {
  expect(written.endsWith("END:VCALENDAR\r\n")).toBe(true);
  expect(written.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
  const lines = written.slice(0, -2).split("\r\n");
  for (const line of lines) expect(Buffer.byteLength(line), line).toBeLessThanOrEqual(75);
  expect(lines.some((line) => line.startsWith(" "))).toBe(true);
  const all = rights.map((right) => messages("fr").law.right[right].short).join(", ");
  expect(events(written)[1]?.event.description).toContain(all);
});

test("the day is the day wherever the machine is, and an empty calendar is a calendar", () => {
  const before = process.env.TZ;
  for (const zone of ["Pacific/Kiritimati", "America/St_Johns"]) {
    process.env.TZ = zone;
    expect(writeCalendar([due], about)).toContain("DTSTART;VALUE=DATE:20261207\r\n");
  }
  process.env.TZ = before;
  expect(events(writeCalendar([], about))).toEqual([]);
});
