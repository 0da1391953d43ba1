import "server-only";
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

/** The draft is no longer there: to the start of its right, which says so kindly. */
export function toStart(locale: Locale, right: unknown): never {
  redirect(isRight(right) ? `/${locale}/ask/${right}?gone=1` : `/${locale}`);
}
