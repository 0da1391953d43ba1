import { ActionForm } from "@/components/ui/action-form";
import { Disclosure } from "@/components/ui/disclosure";
import { Submit } from "@/components/ui/submit";
import { TextArea } from "@/components/ui/text-area";
import { dayWords } from "@/lib/i18n/dates";
import type { Locale } from "@/lib/i18n/locale";
import { messages } from "@/lib/i18n/messages";
import type { FormAction } from "@/lib/request/form-state";
import type { CheckedZone } from "@/lib/request/request";

type Props = { action: FormAction; last: CheckedZone | null; locale: Locale };

/** For the rare document whose machine-readable zone is visible: its lines are typed, judged and forgotten. */
export function ZoneForm({ action, last, locale }: Props) {
  const { office, signals } = messages(locale);
  const text = signals.zone;
  return (
    <ActionForm action={action} problem={office.problem} name="zone">
      <Disclosure title={text.title}>
        <p>{text.hint}</p>
        {last && <LastZone zone={last} locale={locale} />}
        <TextArea name="zone" rows={3} label={text.label} hint={text.fieldHint} autoComplete="off" spellCheck={false} />
        <Submit variant="secondary">{text.submit}</Submit>
      </Disclosure>
    </ActionForm>
  );
}

/** What stays of a zone that was checked. */
function LastZone({ zone, locale }: { zone: CheckedZone; locale: Locale }) {
  const { signals, office } = messages(locale);
  const text = signals.zone;
  return (
    <p>
      {text.result}, {dayWords(zone.on, locale)}{office.timeline.colon}{zoneWords(zone, locale).join(" ")}
    </p>
  );
}

/** The result of a check in sentences: which digits failed, and how far the name fits. */
export function zoneWords({ failed, name, because }: Pick<CheckedZone, "failed" | "name" | "because">, locale: Locale): string[] {
  const { digits, verdict, reason } = messages(locale).signals.zone;
  // That nothing is in common is the verdict itself.
  return [digits(failed), verdict[name], ...because.filter((each) => each !== "nothing-in-common").map((each) => reason[each])];
}
