import { ActionForm } from "@/components/ui/action-form";
import { Checkboxes } from "@/components/ui/checkboxes";
import { Disclosure } from "@/components/ui/disclosure";
import { Select } from "@/components/ui/select";
import { Submit } from "@/components/ui/submit";
import { TextArea } from "@/components/ui/text-area";
import { TextField } from "@/components/ui/text-field";
import { dayWords } from "@/lib/i18n/dates";
import type { Locale } from "@/lib/i18n/locale";
import { messages } from "@/lib/i18n/messages";
import type { FormAction } from "@/lib/request/form-state";

type Names = Record<Locale, string>;
export type ToAsk = {
  departments: readonly { id: string; name: Names; locale: Locale }[];
  items: readonly { itemId: string; department: Names; locale: Locale; words: string; dueOn: string; isAsked: boolean }[];
};

/** What the checklist proposes for this case, each line in words one may change, and one thing beside it. One button sends it all. */
export function AskDepartmentsForm({ toAsk: { departments, items }, action, locale }: { toAsk: ToAsk; action: FormAction; locale: Locale }) {
  const { tasks: { panel: text }, office } = messages(locale);
  if (departments.length === 0) return <p className="quiet">{text.noDepartments}</p>;
  const labels = { ...Object.fromEntries(items.map(({ itemId, department }) => [`words-${itemId}`, text.words(department[locale])])), ask: text.which, department: text.freeDepartment, freeWords: text.freeWords, freeDays: text.freeDays };
  return (
    <ActionForm action={action} problem={office.problem} name="ask" labels={labels}>
      <Disclosure title={text.ask}>
        <p>{text.askHint}</p>
        {items.length === 0 ? <p className="quiet">{text.noItems}</p> : (
          <Checkboxes
            name="ask"
            legend={text.which}
            defaultValue={items.filter(({ isAsked }) => !isAsked).map(({ itemId }) => itemId)}
            options={items.map(({ itemId, department, locale: spoken, words, dueOn, isAsked }) => ({
              value: itemId,
              label: isAsked ? text.asked(department[locale]) : text.item(department[locale], dayWords(dueOn, locale)),
              children: <TextArea name={`words-${itemId}`} label={text.words(department[locale])} rows={2} defaultValue={words} lang={spoken} />,
            }))}
          />
        )}
        <fieldset className="stack-tight">
          <legend><strong>{text.free}</strong></legend>
          <Select name="department" label={text.freeDepartment} options={[{ value: "", label: text.nobody }, ...departments.map(({ id, name }) => ({ value: id, label: name[locale] }))]} />
          <TextArea name="freeWords" label={text.freeWords} rows={2} />
          <TextField name="freeDays" label={text.freeDays} inputMode="numeric" width="xs" defaultValue="5" />
        </fieldset>
        <Submit>{text.submit}</Submit>
      </Disclosure>
    </ActionForm>
  );
}
