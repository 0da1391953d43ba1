import "server-only";
import { redirect } from "next/navigation";
import type { Locale } from "@/lib/i18n/locale";
import { type Right, rights } from "@/lib/law/rights";
import type { AskStep } from "@/lib/request/ask/steps";

export function isRight(value: unknown): value is Right {
  return (rights as readonly unknown[]).includes(value);
}

export function stepPath(locale: Locale, { right, step }: AskStep): string {
  return `/${locale}/ask/${right}/${step}`;
}

export function receiptPath(locale: Locale): string {
  return `/${locale}/ask/sent`;
}

/** The draft is no longer there: to the start of its right, which says so kindly. */
export function toStart(locale: Locale, right: unknown): never {
  redirect(isRight(right) ? `/${locale}/ask/${right}?gone=1` : `/${locale}`);
}
