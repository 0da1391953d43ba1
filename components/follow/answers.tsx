import type { ReactNode } from "react";
import { DateText } from "@/components/ui/date-text";
import { SummaryList } from "@/components/ui/summary-list";
import type { Locale } from "@/lib/i18n/locale";
import { messages } from "@/lib/i18n/messages";
import { isCalendarDate } from "@/lib/law/calendar";
import type { Right } from "@/lib/law/rights";
import type { ClaimAnswers } from "@/lib/request/ask/claim-answers";

type Claim = { id: string; right: Right; answers: ClaimAnswers | null };

type Props = { claims: readonly Claim[]; /** What our team wrote down, where it did not come through the form. */ inTheirWords: string | null; /** The language of the request. */ written: Locale; locale: Locale };

/** What the person asked for, claim by claim, in the words they answered with. What was left empty is left out. */
export function Answers({ claims, inTheirWords, written, locale }: Props) {
  const { law, follow } = messages(locale);
  const labels: Record<string, string> = follow.answer;
  return (
    <div className="stack">
      {inTheirWords && <SummaryList rows={[{ term: follow.inYourWords, detail: <span className="as-typed" lang={written}>{inTheirWords}</span> }]} />}
      {claims.map(({ id, right, answers }) => (
        <div className="stack-tight" key={id}>
          <h3>{law.right[right].name}</h3>
          {answers && Object.keys(answers.answers).length > 0 && (
            <SummaryList
              rows={Object.entries(answers.answers)
                .filter(([field, value]) => value !== null && value !== undefined && field in labels)
                .map(([field, value]) => ({ term: labels[field], detail: answer(field, value as string | string[], written, locale) }))}
            />
          )}
        </div>
      ))}
    </div>
  );
}

function answer(field: string, value: string | string[], written: Locale, locale: Locale): ReactNode {
  if (Array.isArray(value)) return <ul>{value.map((one) => <li key={one}>{word(field, one, locale) ?? one}</li>)}</ul>;
  if (isCalendarDate(value)) return <DateText date={value} locale={locale} weekday={false} />;
  return word(field, value, locale) ?? <span lang={written}>{value}</span>;
}

/** A choice in its words; null of what was typed. */
function word(field: string, value: string, locale: Locale): string | null {
  const { law } = messages(locale);
  const lists: Record<string, Record<string, string | { words: string }>> = {
    scope: law.scope,
    ground: law.restrictionGround,
    destination: law.destination,
    kind: law.objectionKind,
    purposes: law.consentPurpose,
    instructions: law.directiveKind,
    capacity: law.capacity,
    wishes: law.estateWish,
    otherHeirs: law.otherHeirs,
  };
  const found = lists[field]?.[value] ?? null;
  return found === null || typeof found === "string" ? found : found.words;
}
