import type { ReactNode } from "react";
import { DateText } from "@/components/ui/date-text";
import type { SummaryRow } from "@/components/ui/summary-list";
import type { Locale } from "@/lib/i18n/locale";
import { messages } from "@/lib/i18n/messages";
import { isCalendarDate } from "@/lib/law/calendar";
import type { RestrictionGround } from "@/lib/law/grounds";
import type { ClaimAnswers } from "@/lib/request/ask/claim-answers";

/** All a person answered on one claim, labelled for staff; what was left empty is left out. */
export function answerRows(claim: ClaimAnswers, locale: Locale): SummaryRow[] {
  const labels: Record<string, string> = messages(locale).office.answers;
  return Object.entries(claim.answers)
    .filter(([, value]) => value !== null && value !== undefined)
    .map(([field, value]) => ({ term: labels[field] ?? field, detail: answer(field, value as string | string[], locale) }));
}

function answer(field: string, value: string | string[], locale: Locale): ReactNode {
  if (!Array.isArray(value)) return isCalendarDate(value) ? <DateText date={value} locale={locale} weekday={false} /> : <span className="as-typed">{word(field, value, locale)}</span>;
  return <ul className="plain-list">{value.map((one) => <li key={one}>{word(field, one, locale)}</li>)}</ul>;
}

function word(field: string, value: string, locale: Locale): string {
  const { law, office } = messages(locale);
  if (field === "ground") return law.restrictionGround[value as RestrictionGround]?.name ?? value;
  const lists: Record<string, Record<string, string>> = {
    ...office.answerValues,
    purposes: law.consentPurpose,
    capacity: law.capacity,
    wishes: law.estateWish,
  };
  return lists[field]?.[value] ?? value;
}
