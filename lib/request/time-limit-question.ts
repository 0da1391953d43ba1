// A question about the clock alone, as programs ask it: no case, no person. Words and shape are those of the worked
// examples (lib/law/fixtures/time-limit.examples.json).
import { z } from "zod";
import { type CalendarDate, localDate } from "@/lib/law/calendar";
import { type HolidayCalendar, holidayCalendars, timeZoneOf } from "@/lib/law/holiday-calendars";
import type { TimeLimitEvent } from "@/lib/law/time-limit";

/** When must a company in France answer what it received that day, given what happened since? */
export type TimeLimitQuestion = { calendar: HolidayCalendar; receivedOn: CalendarDate; events: TimeLimitEvent[] };

/** What can be wrong with one field of a question. Each has its sentence in `lib/server/api/sentences.ts`. */
export const questionErrors = ["missing", "unknown", "object", "list", "too-many", "instant", "year", "calendar", "type", "months", "boolean", "before-receipt", "after-receipt"] as const;
export type QuestionError = (typeof questionErrors)[number];
/** `pointer`: a JSON Pointer in a URI fragment (RFC 6901), e.g. `#/events/0/at`. */
export type QuestionIssue = { pointer: string; code: QuestionError };

const mostEvents = 50;
const mostIssues = 20;
const mostLetters = 40;

/** In this order where two happen at the same instant: what is asked comes before what answers it. */
const plainTypes = ["posted", "forwarded_internally", "clarification_requested", "identity_received", "clarification_received"] as const;
const order: string[] = ["posted", "forwarded_internally", "identity_requested", "clarification_requested", "identity_received", "clarification_received", "extension_notified"];

const or = (code: QuestionError) => (issue: { input?: unknown }) => (issue.input === undefined ? "missing" : code);
const instant = z.string({ error: or("instant") }).refine(isInstant, "instant");
const event = z.discriminatedUnion(
  "type",
  [
    z.strictObject({ type: z.literal("identity_requested"), at: instant, followUp: z.boolean("boolean").optional() }),
    z.strictObject({ type: z.literal("extension_notified"), at: instant, months: z.literal([1, 2], { error: or("months") }) }),
    z.strictObject({ type: z.enum(plainTypes), at: instant }),
  ],
  { error: ({ code }) => (code === "invalid_union" ? "type" : "object") },
);
const body = z.strictObject(
  {
    receivedAt: instant,
    calendar: z.enum(holidayCalendars, { error: or("calendar") }),
    events: z.array(event, { error: or("list") }).max(mostEvents, "too-many"),
  },
  "object",
);
type Body = z.output<typeof body>;

/** The question a program asks, or what is wrong with it, field by field; at most twenty of them. */
export function parseQuestion(json: unknown): { question: TimeLimitQuestion } | { issues: QuestionIssue[] } {
  const parsed = body.safeParse(json);
  const issues = parsed.success ? outOfOrder(parsed.data) : parsed.error.issues.flatMap(issuesOf);
  return parsed.success && issues.length === 0 ? { question: questionOf(parsed.data) } : { issues: issues.slice(0, mostIssues) };
}

function questionOf({ receivedAt, calendar, events }: Body): TimeLimitQuestion {
  const zone = timeZoneOf(calendar);
  const inOrder = [...events].sort((one, other) => Date.parse(one.at) - Date.parse(other.at) || order.indexOf(one.type) - order.indexOf(other.type));
  // The law's events have the same names, written with hyphens.
  const facts = inOrder.map(({ type, at, ...rest }) => ({ ...rest, type: type.replaceAll("_", "-"), on: localDate(at, zone) }) as TimeLimitEvent);
  return { calendar, receivedOn: localDate(receivedAt, zone), events: facts };
}

/** Years nobody asks about, and facts on the wrong side of the receipt: a request is posted before, all else happens after. */
function outOfOrder({ receivedAt, calendar, events }: Body): QuestionIssue[] {
  const zone = timeZoneOf(calendar);
  const receivedOn = localDate(receivedAt, zone);
  const isSane = (on: CalendarDate) => on >= "1900" && on < "2201";
  if (!isSane(receivedOn)) return [{ pointer: "#/receivedAt", code: "year" }];
  return events.flatMap(({ type, at }, index): QuestionIssue[] => {
    const on = localDate(at, zone);
    const isPosted = type === "posted";
    const isMisplaced = isPosted ? on > receivedOn : on < receivedOn;
    const code = !isSane(on) ? "year" : isMisplaced ? (isPosted ? "after-receipt" : "before-receipt") : null;
    return code ? [{ pointer: `#/events/${index}/at`, code }] : [];
  });
}

/** An ISO 8601 instant with Z or an offset, to the minute or finer, on a day and at an hour that exist. */
function isInstant(text: string): boolean {
  if (text.length > mostLetters || !/^\d{4}-\d\d-\d\dT\d\d:\d\d(:[0-5]\d(\.\d{1,9})?)?(Z|[+-]\d\d:\d\d)$/.test(text)) return false;
  try {
    return localDate(text, "UTC") > "0001";
  } catch {
    return false;
  }
}

function issuesOf(issue: z.core.$ZodIssue): QuestionIssue[] {
  if (issue.code !== "unrecognized_keys") return [{ pointer: pointerTo(issue.path), code: issue.message as QuestionError }];
  // A name too long to be said again: its object is named instead.
  return issue.keys.map((key) => ({ pointer: pointerTo(key.length <= mostLetters ? [...issue.path, key] : issue.path), code: "unknown" }));
}

function pointerTo(path: readonly PropertyKey[]): string {
  const parts = path.map((part) => encodeURIComponent(String(part).toWellFormed().replaceAll("~", "~0").replaceAll("/", "~1")));
  return ["#", ...parts].join("/");
}
