import { ActionForm } from "@/components/ui/action-form";
import { Checkboxes } from "@/components/ui/checkboxes";
import { Heading } from "@/components/ui/heading";
import { Select } from "@/components/ui/select";
import { Submit } from "@/components/ui/submit";
import type { Locale } from "@/lib/i18n/locale";
import { messages } from "@/lib/i18n/messages";
import { rights } from "@/lib/law/rights";
import type { FormAction } from "@/lib/request/form-state";

type Named = { id: string; name: string };
type Props = { action: FormAction; people: readonly Named[]; teams: readonly Named[]; locale: Locale };

/** One more rule, at the end of the list. */
export function RuleForm({ action, people, teams, locale }: Props) {
  const { office, law, teams: { rules: text } } = messages(locale);
  const to = [
    { value: "", label: text.choose },
    ...teams.flatMap(({ id, name }) => [{ value: `team:${id}`, label: text.toWhom.team(name) }, { value: `least:${id}`, label: text.toWhom.least(name) }]),
    ...people.map(({ id, name }) => ({ value: id, label: name })),
  ];
  return (
    <section className="panel" aria-labelledby="add">
      <Heading level={2} id="add">{text.add}</Heading>
      <ActionForm action={action} problem={office.problem} name="rule" labels={{ to: text.to }}>
        <Checkboxes name="rights" legend={text.rights} hint={text.rightsHint} options={rights.map((value) => ({ value, label: law.right[value].short }))} />
        <Select name="locale" label={text.language} options={[{ value: "", label: text.anyLanguage }, ...(["fr", "en"] as const).map((value) => ({ value, label: office.case.languages[value] }))]} />
        <Select name="to" label={text.to} options={to} />
        <Submit>{text.addSubmit}</Submit>
      </ActionForm>
    </section>
  );
}
