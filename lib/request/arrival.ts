import type { CalendarDate } from "@/lib/law/calendar";
import { receivedByRegisteredLetter, type TimeLimitPolicy } from "@/lib/law/time-limit-policy";
import type { TimeLimitEvent } from "@/lib/law/time-limit-steps";

/** Ways by which a request reaches us beside the form, as valid as it: no form may be imposed. EDPB Guidelines 01/2022, 52. */
export const recordedChannels = ["email", "post", "telephone", "counter"] as const;
export type RecordedChannel = (typeof recordedChannels)[number];
export type Channel = "portal" | RecordedChannel;

/** How a letter came. The number of a registered one stands in the case file. */
export type Posting = { kind: "ordinary" } | { kind: "registered"; presentedOn: CalendarDate; deliveredOn: CalendarDate; isNumbered: boolean };

/** How a request that did not come through the form arrived: dates and codes only. */
export type Arrival = {
  post?: Posting;
  /** The hour in the controller's zone, "HH:MM", where it is known. */
  hour?: string;
  /** The postmark: told, never counted. */
  postedOn?: CalendarDate;
  /** It reached another department first, and those who answer on this day: no pause either. */
  forwardedOn?: CalendarDate;
};

/** The day it was received: for a registered letter as the controller's policy says, else the day it came. law.md § 1.5. */
export function receiptOf(cameOn: CalendarDate, { post }: Arrival, policy: TimeLimitPolicy): CalendarDate {
  return post?.kind === "registered" ? receivedByRegisteredLetter(post.presentedOn, post.deliveredOn, policy) : cameOn;
}

/** What the clock tells of how it came, without counting it. */
export function clockEventsOf({ postedOn, forwardedOn }: Arrival): TimeLimitEvent[] {
  return [...(postedOn ? [{ type: "posted" as const, on: postedOn }] : []), ...(forwardedOn ? [{ type: "forwarded-internally" as const, on: forwardedOn }] : [])];
}
