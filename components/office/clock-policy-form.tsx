import { Radios } from "@/components/ui/radios";
import { TextField } from "@/components/ui/text-field";
import type { Locale } from "@/lib/i18n/locale";
import { messages } from "@/lib/i18n/messages";
import { policyPointNames, policyPoints } from "@/lib/law/policy-points";
import { defaultPolicy, type TimeLimitPolicy } from "@/lib/law/time-limit-policy";
import type { ClockState } from "@/lib/request/clock-state";
import { ClockForm } from "./clock-form";
import { PointSource, valueWords } from "./clock-policy";
import { clockHome, formWords } from "./clock-words";

type Props = { policy: TimeLimitPolicy; action: (state: ClockState, form: FormData) => Promise<ClockState>; locale: Locale };

/** Every disputed point with its values, what each means, its source and its default. */
export function ClockPolicyForm({ policy, action, locale }: Props) {
  const { clock, office } = messages(locale);
  const text = clock.policy;
  const labels = Object.fromEntries(policyPointNames.map((point) => [point, text.points[point].name]));
  return (
    <ClockForm action={action} problem={office.problem} name="policy" words={formWords(locale)} home={clockHome} labels={labels} seeVariant="primary">
      {policyPointNames.map((point) => <Point key={point} point={point} value={policy[point]} locale={locale} />)}
    </ClockForm>
  );
}

function Point({ point, value, locale }: { point: keyof TimeLimitPolicy; value: string | number | boolean; locale: Locale }) {
  const text = messages(locale).clock.policy;
  const { name, about } = text.points[point];
  const rule = policyPoints[point];
  const source = <PointSource id={rule.source} locale={locale} />;
  if ("from" in rule) {
    const standard = text.byDefault(valueWords(point, defaultPolicy[point], locale));
    return <TextField name={point} label={name} hint={<>{about} {standard} {source}</>} inputMode="numeric" width="xs" autoComplete="off" defaultValue={String(value)} />;
  }
  const values: readonly (string | boolean)[] = rule.values;
  const options = values.map((each) => ({ value: String(each), label: `${valueWords(point, each, locale)}${each === defaultPolicy[point] ? ` (${text.default})` : ""}` }));
  return <Radios name={point} legend={name} hint={<>{about} {source}</>} options={options} defaultValue={String(value)} />;
}
