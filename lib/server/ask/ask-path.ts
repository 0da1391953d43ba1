import "server-only";
import { redirect } from "next/navigation";
import type { Locale } from "@/lib/i18n/locale";
import { isRight } from "@/lib/law/rights";
import type { Draft } from "@/lib/request/ask/draft";
import { type AskStep, nextStep } from "@/lib/request/ask/steps";
import { now } from "../clock";
import { civilDay } from "../clock-facts";

/** The page of one step. */
export function stepPath(locale: Locale, { right, step }: AskStep): string {
  return `/${locale}/ask/${right}/${step}`;
}

/** The page a draft is at: the first that is not yet answered well. */
export function nextPath(locale: Locale, draft: Draft): string {
  return stepPath(locale, nextStep(draft, civilDay(now())));
}

/** The page that confirms what was sent. */
export function receiptPath(locale: Locale): string {
  return `/${locale}/ask/sent`;
}

/** The draft is no longer there: to the start of its right, which says so kindly. */
export function toStart(locale: Locale, right: unknown): never {
  redirect(isRight(right) ? `/${locale}/ask/${right}?gone=1` : `/${locale}`);
}
