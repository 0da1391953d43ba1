import { ActionForm } from "@/components/ui/action-form";
import { DateField } from "@/components/ui/date-field";
import { GetForm } from "@/components/ui/get-form";
import { Heading } from "@/components/ui/heading";
import { Notice } from "@/components/ui/notice";
import { Select } from "@/components/ui/select";
import { Submit } from "@/components/ui/submit";
import type { Locale } from "@/lib/i18n/locale";
import { messages } from "@/lib/i18n/messages";
import { rights } from "@/lib/law/rights";
import { type FormAction, freshForm } from "@/lib/request/form-state";

type Alike = { from: string; until: string; right: string; locale: string };
type Props = { page: string; alike: Alike; /** How many are like this; null where nothing was asked. */ count: number | null; joined: { count: number; isLeft: boolean } | null; most: number; action: FormAction; locale: Locale };

/** First how many open requests are like this, then the button that lets them join. */
export function GatherPanel({ page, alike, count, joined, most, action, locale }: Props) {
  const { incident: { gather: text }, law, office } = messages(locale);
  return (
    <section className="panel" aria-labelledby="gather">
      <Heading level={2} id="gather">{text.title}</Heading>
      <p className="quiet">{text.hint}</p>
      {joined && <Notice tone="success" role="status"><p>{text.joined(joined.count, joined.isLeft)}</p></Notice>}
      <GetForm action={`${page}#gather`} state={freshForm} problem={office.problem} labels={{}}>
        <DateField name="from" label={text.from} defaultValue={alike.from} />
        <DateField name="until" label={text.until} defaultValue={alike.until} />
        <Select name="right" label={text.right} defaultValue={alike.right} options={[{ value: "", label: text.anyRight }, ...rights.map((right) => ({ value: right, label: law.right[right].short }))]} />
        <Select name="locale" label={text.language} defaultValue={alike.locale} options={[{ value: "", label: text.anyLanguage }, ...(["fr", "en"] as const).map((each) => ({ value: each, label: office.case.languages[each] }))]} />
        <Submit variant="secondary">{text.count}</Submit>
      </GetForm>
      {count !== null && <p role="status"><strong>{text.found(count)}</strong></p>}
      {count !== null && count > 0 && (
        <ActionForm action={action} problem={office.problem} name="join">
          {Object.entries(alike).map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />)}
          <Submit>{text.submit(most)}</Submit>
        </ActionForm>
      )}
    </section>
  );
}
