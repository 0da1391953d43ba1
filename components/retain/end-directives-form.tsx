import { ActionForm } from "@/components/ui/action-form";
import { Heading } from "@/components/ui/heading";
import { Radios } from "@/components/ui/radios";
import { Submit } from "@/components/ui/submit";
import type { Locale } from "@/lib/i18n/locale";
import { messages } from "@/lib/i18n/messages";
import type { FormAction } from "@/lib/request/form-state";
import { directiveEnds } from "@/lib/request/retain/end-directives";

/** Notes that recorded directives were carried out or revoked. LIL art. 85 I. `action` null: the reader may not. */
export function EndDirectivesForm({ action, locale }: { action: FormAction | null; locale: Locale }) {
  const { office } = messages(locale);
  const text = office.retain;
  return (
    <section className="panel" aria-labelledby="end-directives">
      <Heading level={2} id="end-directives">{text.endTitle}</Heading>
      <p>{text.endHint}</p>
      {!action && <p>{text.endByDpo}</p>}
      {action && (
        <ActionForm action={action} problem={office.problem} name="end-directives">
          <Radios name="how" legend={text.endHow} options={directiveEnds.map((value) => ({ value, label: text.endedHow[value] }))} />
          <Submit variant="secondary">{text.endSubmit}</Submit>
        </ActionForm>
      )}
    </section>
  );
}
