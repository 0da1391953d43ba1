import "server-only";
import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import type { Locale } from "@/lib/i18n/locale";
import { isRight } from "@/lib/law/rights";
import type { AskStep } from "@/lib/request/ask/steps";

/** The page of one step. */
export function stepPath(locale: Locale, { right, step }: AskStep): string {
  return `/${locale}/ask/${right}/${step}`;
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
