import { z } from "zod";
import { addMonthsClamped, calendarDate, type CalendarDate, instantOf } from "@/lib/law/calendar";
import { areCombinable, type Right, rights } from "@/lib/law/rights";
import type { Arrival, RecordedChannel } from "../arrival";
import type { Typed } from "./draft";
import { errorsOf } from "./steps";
import { choice, choices, dateText, optional } from "./text";

/** How it came, as staff choose it: the two kinds of letter apart, since their days differ. */
export const ways = ["email", "letter", "registered", "telephone", "counter"] as const;
export type Way = (typeof ways)[number];

const channelOf: Record<Way, RecordedChannel> = { email: "email", letter: "post", registered: "post", telephone: "telephone", counter: "counter" };

/** Months after which a date of receipt is rather a slip of the pen. */
const oldestMonths = 36;

const hourText = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, "hour");
const schema = z
  .object({
    way: choice(ways),
    /** The day it reached the company, whichever department; for a registered letter its delivery. */
    receivedOn: dateText(),
    hour: optional(hourText),
    presentedOn: optional(dateText()),
    postedOn: optional(dateText()),
    forwardedOn: optional(dateText()),
    right: choices(rights),
  })
  .strip();
type Given = z.infer<typeof schema>;

/** The first page of recording a request: how and when it came, and what is asked. Names are those of the form and the address. */
export const arrivalFields = ["way", "receivedOn", "hour", "presentedOn", "postedOn", "forwardedOn", "right"] as const;

/** `cameOn`: the day it was delivered; `receiptOf` says which day counts. */
export type Came = { channel: RecordedChannel; cameOn: CalendarDate; arrival: Arrival; rights: Right[]; isRegistered: boolean };
type Clock = { today: CalendarDate; now: string; timeZone: string };

/** What staff gave, with dates that can be, or field → error code. Fields that do not go with the way are left out. */
export function checkArrival(typed: Typed, clock: Clock): { came: Came } | { codes: Record<string, string> } {
  const parsed = schema.safeParse(typed);
  const codes = parsed.success ? wrongDates(parsed.data, clock) : errorsOf(parsed);
  return parsed.success && Object.keys(codes).length === 0 ? { came: cameOf(parsed.data) } : { codes };
}

function wrongDates(given: Given, { today, now, timeZone }: Clock): Record<string, string> {
  const { way, receivedOn, presentedOn, postedOn, forwardedOn, hour, right } = given;
  const isLetter = channelOf[way] === "post";
  const codes: Record<string, string> = {};
  const wrong = (field: string, code: string, isWrong: boolean) => isWrong && (codes[field] ??= code);
  wrong("receivedOn", "date-future", receivedOn > today);
  wrong("receivedOn", "date-old", receivedOn < addMonthsClamped(today, -oldestMonths));
  wrong("hour", "date-future", way === "email" && hour !== null && receivedOn <= today && instantOf(calendarDate(receivedOn), timeZone, hour) > now);
  wrong("presentedOn", "required", way === "registered" && presentedOn === null);
  wrong("presentedOn", "date-order", way === "registered" && presentedOn !== null && presentedOn > receivedOn);
  wrong("postedOn", "date-order", isLetter && postedOn !== null && postedOn > ((way === "registered" && presentedOn) || receivedOn));
  wrong("forwardedOn", "date-future", forwardedOn !== null && forwardedOn > today);
  wrong("forwardedOn", "date-order", forwardedOn !== null && forwardedOn < receivedOn);
  wrong("right", "choice", !areCombinable(right));
  return codes;
}

function cameOf({ way, receivedOn, hour, presentedOn, postedOn, forwardedOn, right }: Given): Came {
  const channel = channelOf[way];
  const cameOn = calendarDate(receivedOn);
  const isRegistered = way === "registered";
  const post = isRegistered ? { kind: "registered" as const, presentedOn: calendarDate(presentedOn ?? receivedOn), deliveredOn: cameOn, isNumbered: false } : { kind: "ordinary" as const };
  const arrival: Arrival = {
    ...(channel === "post" ? { post } : {}),
    ...(channel === "email" && hour ? { hour } : {}),
    ...(channel === "post" && postedOn ? { postedOn: calendarDate(postedOn) } : {}),
    ...(forwardedOn ? { forwardedOn: calendarDate(forwardedOn) } : {}),
  };
  return { channel, cameOn, arrival, rights: [...new Set(right)], isRegistered };
}
