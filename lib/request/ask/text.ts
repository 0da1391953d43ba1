import { z } from "zod";
import { isoDay } from "../iso-day";

const controls = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/;

/** Error codes of input: each has its words in `lib/i18n`. `too-long` may come with its lengths: `lengthsOf`. */
export const inputErrors = ["required", "too-long", "too-short", "email", "date", "date-future", "date-old", "date-order", "hour", "choice", "characters", "one-line", "zone", "password-common", "password-mismatch"] as const;
export type InputError = (typeof inputErrors)[number];

/** Code of a text that is too long, with how long it may be and how long it is: "too-long:4000:5012". */
function tooLong(most: number) {
  return { error: ({ input }: { input?: unknown }) => `too-long:${most}:${String(input).length}` };
}

/** What such a code says; null of any other. */
export function lengthsOf(code: string): { most: number; typed: number } | null {
  const [, most, typed] = /^too-long:(\d+):(\d+)$/.exec(code) ?? [];
  return most && typed ? { most: Number(most), typed: Number(typed) } : null;
}

function clean(value: string): string {
  return value.normalize("NFC").replace(/\r\n?/g, "\n").trim();
}

/** One line somebody types. Unicode NFC, trimmed, no control characters. */
export function line(max: number) {
  return z
    .string({ error: "required" })
    .max(max * 4, tooLong(max))
    .transform(clean)
    .pipe(z.string().min(1, "required").max(max, tooLong(max)).refine((text) => !controls.test(text), "characters").refine((text) => !/[\n\u2028\u2029]/.test(text), "one-line"));
}

/** Several lines of free text. */
export function paragraph(max: number) {
  return z
    .string({ error: "required" })
    .max(max * 4, tooLong(max))
    .transform(clean)
    .pipe(z.string().min(1, "required").max(max, tooLong(max)).refine((text) => !controls.test(text), "characters"));
}

/** The same, left empty or not sent at all: null. */
export function optional<T>(schema: z.ZodType<T>) {
  return z.preprocess((value) => (typeof value === "string" && value.trim() === "" ? null : value ?? null), schema.nullable());
}

/** One of these values. Codes: `required` where none was sent, `choice` where another was. */
export function choice<const T extends readonly [string, ...string[]]>(values: T) {
  return z.enum(values, { error: (issue) => (issue.input === undefined || issue.input === "" ? "required" : "choice") });
}

/** Check boxes: one value comes as text, several as a list. At least one. */
export function choices<const T extends readonly [string, ...string[]]>(values: T) {
  return z.preprocess(
    (value) => (value === undefined || value === "" ? [] : Array.isArray(value) ? value : [value]),
    z.array(z.enum(values, { error: "choice" })).min(1, "required").max(values.length, "choice"),
  );
}

/** Check boxes of people: ids, one as text, several as a list; none is an empty list. Code: `choice`. */
export function people(most: number) {
  return z.preprocess((value) => (value === undefined || value === "" ? [] : Array.isArray(value) ? value : [value]), z.array(z.uuid("choice")).max(most, "choice"));
}

/** A civil date typed or picked: ISO, e.g. 2026-11-23, or as `isoDay` reads it. */
export function dateText() {
  return z
    .string({ error: "required" })
    .min(1, "required")
    .transform(isoDay)
    .pipe(z.string().regex(/^\d{4}-\d{2}-\d{2}$/, "date").refine((text) => {
      const [year, month, day] = text.split("-").map(Number) as [number, number, number];
      return year >= 1850 && month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);
    }, "date"));
}

function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/**
 * An e-mail address: NFKC, one ASCII `@`, no quotes, commas, angle brackets or spaces, at most 254 characters (RFC 5321).
 * Stricter than the RFC on purpose: what passes goes unchanged into one SMTP RCPT TO.
 */
export function email() {
  return z
    .string({ error: "required" })
    .max(1000, tooLong(254))
    .transform((value) => value.normalize("NFKC").trim())
    .pipe(z.string().min(1, "required").max(254, "email").refine(isEmail, "email"));
}

/** Has it the form of one e-mail address? */
export function isEmail(text: string): boolean {
  const at = text.indexOf("@");
  if (at < 1 || at > 64 || at !== text.lastIndexOf("@")) return false;
  const local = text.slice(0, at);
  const labels = text.slice(at + 1).split(".");
  return (
    /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]+$/.test(local) &&
    !local.startsWith(".") &&
    !local.endsWith(".") &&
    !local.includes("..") &&
    labels.length >= 2 &&
    labels.every((label) => label.length <= 63 && /^[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?$/.test(label)) &&
    /^(?:[A-Za-z]{2,}|xn--[A-Za-z0-9-]+)$/.test(labels.at(-1) ?? "")
  );
}
