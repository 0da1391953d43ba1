import "server-only";
import { refresh } from "next/cache";
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

/** On to a page after a change of the draft. What the browser holds of pages drawn before is let go: Back shows what is saved now. */
export function onTo(path: string): never {
  refresh();
  redirect(path);
}

/** The draft is no longer there: to the start of its right, which says so kindly. */
export function toStart(locale: Locale, right: unknown): never {
  onTo(isRight(right) ? `/${locale}/ask/${right}?gone=1` : `/${locale}`);
}
