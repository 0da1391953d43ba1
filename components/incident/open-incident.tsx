import { ActionForm } from "@/components/ui/action-form";
import { DateField } from "@/components/ui/date-field";
import { Heading } from "@/components/ui/heading";
import { Submit } from "@/components/ui/submit";
import { TextField } from "@/components/ui/text-field";
import type { Locale } from "@/lib/i18n/locale";
import { messages } from "@/lib/i18n/messages";
import type { FormAction } from "@/lib/request/form-state";

/** Opens an incident under a name. */
export function OpenIncident({ action, locale }: { action: FormAction; locale: Locale }) {
  const { incident: { open: text }, office } = messages(locale);
  return (
    <section className="panel" aria-labelledby="open">
      <Heading level={2} id="open">{text.title}</Heading>
      <ActionForm action={action} problem={office.problem} name="incident" labels={{ incidentName: text.name, startedOn: text.startedOn }}>
        <TextField name="incidentName" label={text.name} hint={text.nameHint} width="m" autoComplete="off" />
        <DateField name="startedOn" label={text.startedOn} />
        <Submit>{text.submit}</Submit>
      </ActionForm>
    </section>
  );
}
