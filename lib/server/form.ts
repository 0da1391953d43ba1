import "server-only";
import { notFound } from "next/navigation";
import { z, type ZodType } from "zod";
import { errorsOf } from "@/lib/request/ask/steps";
import type { Typed } from "@/lib/request/ask/draft";
import { type FormState, freshForm, typedIn } from "@/lib/request/form-state";
import type { RefusalCode } from "@/lib/request/refusal";
import { errorWords } from "@/lib/i18n/error-words";
import { type Messages, messages } from "@/lib/i18n/messages";
import type { Locale } from "@/lib/i18n/locale";

/** The state a form says it had, of which only the count of its answers is believed: a browser may send anything. */
export function stateSent(state: unknown): FormState {
  const attempt = typeof state === "object" && state !== null && "attempt" in state ? state.attempt : 0;
  return { ...freshForm, attempt: Number.isSafeInteger(attempt) ? (attempt as number) : 0 };
}

/** The id a form is bound to. Not found for what is none. */
export function idSent(id: unknown): string {
  return z.uuid().safeParse(id).data ?? notFound();
}

/** A form's texts, as `typedIn`. Not found for what is no form. */
export function typedOf(form: unknown): Typed {
  return form instanceof FormData ? typedIn(form) : notFound();
}

/** The form again, with the errors of its fields in the reader's words and all that was typed. */
export function withErrors(state: FormState, typed: Typed, codes: Record<string, string>, locale: Locale): FormState {
  return { errors: errorWords(codes, locale), refusal: null, typed: { ...typed }, attempt: state.attempt + 1 };
}

/** The form again, with the refusal in the reader's words, its source, and all that was typed. */
export function withRefusal(state: FormState, typed: Typed, code: RefusalCode, locale: Locale, more = ""): FormState {
  const { message, source } = messages(locale).errors.refusal[code];
  const refusal = [message, more, source ? `(${source})` : ""].filter(Boolean).join(" ");
  return { errors: {}, refusal, typed: { ...typed }, attempt: state.attempt + 1 };
}

/** The same, with a link to the way on: it opens beside this page, on which what was typed stays. */
export function withWay(state: FormState, typed: Typed, code: keyof Messages["errors"]["way"], href: string, locale: Locale): FormState {
  return { ...withRefusal(state, typed, code, locale), way: { href, text: messages(locale).errors.way[code] } };
}

/** Parses by the command's own schema: the value, or field → code. */
export function parseForm<T>(schema: ZodType<T>, typed: Typed): { value: T } | { codes: Record<string, string> } {
  const parsed = schema.safeParse({ ...typed });
  return parsed.success ? { value: parsed.data } : { codes: errorsOf(parsed as Parameters<typeof errorsOf>[0]) };
}
