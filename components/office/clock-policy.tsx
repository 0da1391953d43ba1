import { Heading } from "@/components/ui/heading";
import { SummaryList } from "@/components/ui/summary-list";
import type { Locale } from "@/lib/i18n/locale";
import { messages } from "@/lib/i18n/messages";
import { policyPointNames, policyPoints } from "@/lib/law/policy-points";
import { isQuotable, type SourceId, sourceLabel, sourceUrl } from "@/lib/law/sources";
import { defaultPolicy, type TimeLimitPolicy } from "@/lib/law/time-limit-policy";
import { clockHome } from "./clock-words";

/** The disputed points as they stand, each in a sentence with its source and its default. */
export function ClockPolicy({ policy, locale }: { policy: TimeLimitPolicy; locale: Locale }) {
  const text = messages(locale).clock.policy;
  return (
    <section className="stack-tight" aria-labelledby="policy">
      <Heading level={2} id="policy">{text.title}</Heading>
      <p>{text.about}</p>
      <SummaryList
        rows={policyPointNames.map((point) => ({
          term: text.points[point].name,
          detail: (
            <>
              <p>{valueWords(point, policy[point], locale)}</p>
              <p className="quiet">
                {policy[point] === defaultPolicy[point] ? text.isDefault : text.byDefault(valueWords(point, defaultPolicy[point], locale))} <PointSource id={policyPoints[point].source} locale={locale} />
              </p>
            </>
          ),
        }))}
      />
      <p><a className="button button-secondary" href={`${clockHome}/policy`}>{text.change}</a></p>
    </section>
  );
}

/** A value of a point, as the end of the sentence that its name begins. */
export function valueWords(point: keyof TimeLimitPolicy, value: unknown, locale: Locale): string {
  const words = messages(locale).clock.policy.points[point] as { value: (value: unknown) => string };
  return words.value(value);
}

/** Where the point comes from. Staff see sources that counsel has still to confirm, marked as such. */
export function PointSource({ id, locale }: { id: SourceId; locale: Locale }) {
  const url = sourceUrl(id, locale);
  const label = sourceLabel(id, locale);
  return <span>({url ? <a href={url} rel="noreferrer">{label}</a> : label}{!isQuotable(id) && `, ${messages(locale).clock.policy.unconfirmed}`})</span>;
}
