import { ActionForm } from "@/components/ui/action-form";
import { Heading } from "@/components/ui/heading";
import { Select } from "@/components/ui/select";
import { Submit } from "@/components/ui/submit";
import type { Locale } from "@/lib/i18n/locale";
import { messages } from "@/lib/i18n/messages";
import type { FormAction } from "@/lib/request/form-state";

type Named = { id: string; name: string };
type Props = { of: Named | null; open: readonly Named[]; mayLink: boolean; action: FormAction; locale: Locale };

/** Of which incident the case is, and the way to say so; nothing where there is no incident. */
export function CaseIncident({ of, open, mayLink, action, locale }: Props) {
  const { incident: { case: text }, office } = messages(locale);
  if (!of && (open.length === 0 || !mayLink)) return null;
  const choices = [{ value: "", label: text.none }, ...open.map(({ id, name }) => ({ value: id, label: name }))];
  return (
    <section className="stack-tight" aria-labelledby="incident">
      <Heading level={2} id="incident">{text.of}</Heading>
      {of && <p><a href={`/office/incidents/${of.id}`}>{of.name}</a></p>}
      {mayLink && (
        <ActionForm action={action} problem={office.problem} name="incident">
          <Select name="incidentId" label={text.choose} options={choices} defaultValue={of?.id ?? ""} />
          <Submit variant="secondary">{text.submit}</Submit>
        </ActionForm>
      )}
    </section>
  );
}
