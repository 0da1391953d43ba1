import "server-only";
import { type ZodType, z } from "zod";
import type { CalendarDate } from "@/lib/law/calendar";
import type { ClockChange } from "@/lib/law/clock-change";
import { policyPointNames, policyPoints } from "@/lib/law/policy-points";
import type { TimeLimitPolicy } from "@/lib/law/time-limit-policy";
import type { Typed } from "@/lib/request/ask/draft";
import { choice, dateText } from "@/lib/request/ask/text";
import { parseForm } from "../form";

/** Codes of what is wrong with a field; their words are in `lib/i18n`. */
export type ClockInputError = "required" | "date" | "range" | "order" | "choice" | "number";

const kinds = ["holiday", "closure", "policy"] as const;
export type ClockChangeKind = (typeof kinds)[number];

export function isChangeKind(what: unknown): what is ClockChangeKind {
  return kinds.some((kind) => kind === what);
}

/** The change a form asks for, or field → code. Dates: from the year before `today` to the tenth after it. */
export function clockChangeOf(what: ClockChangeKind, typed: Typed, today: CalendarDate): { value: ClockChange } | { codes: Record<string, string> } {
  return parseForm(schemas[what](today), typed);
}

const becomes = choice(["yes", "no"]);

function day(today: CalendarDate) {
  const year = Number(today.slice(0, 4));
  return dateText().refine((text) => Number(text.slice(0, 4)) >= year - 1 && Number(text.slice(0, 4)) <= year + 10, "range").transform((text) => text as CalendarDate);
}

const schemas: Record<ClockChangeKind, (today: CalendarDate) => ZodType<ClockChange>> = {
  holiday: (today) => z.object({ on: day(today), becomes }).strict().transform(({ on, becomes }) => ({ what: "holiday" as const, on, isHoliday: becomes === "yes" })),
  closure: (today) =>
    z
      .object({ from: day(today), until: day(today), becomes })
      .strict()
      .refine(({ from, until }) => from <= until, { error: "order", path: ["until"] })
      .transform(({ from, until, becomes }) => ({ what: "closure" as const, from, until, isClosed: becomes === "yes" })),
  policy: () => z.object(Object.fromEntries(policyPointNames.map((point) => [point, pointSchema(point)]))).strict().transform((policy) => ({ what: "policy" as const, policy: policy as TimeLimitPolicy })),
};

function pointSchema(name: keyof TimeLimitPolicy): ZodType {
  const point = policyPoints[name];
  if ("values" in point) {
    const values: readonly (string | boolean)[] = point.values;
    return z.string("choice").transform((text) => values.find((value) => String(value) === text)).refine((value) => value !== undefined, "choice");
  }
  return z.string("number").trim().regex(/^\d{1,3}$/, "number").transform(Number).refine((value) => value >= point.from && value <= point.to, "number");
}
