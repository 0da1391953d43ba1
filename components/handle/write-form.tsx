import type { ReactNode } from "react";
import { ActionForm } from "@/components/ui/action-form";
import { Heading } from "@/components/ui/heading";
import { Submit } from "@/components/ui/submit";
import { TextArea } from "@/components/ui/text-area";
import type { FormAction } from "@/lib/request/form-state";

type Props = {
  action: FormAction;
  /** Prefix of the ids on this page. */
  name: string;
  title: ReactNode;
  hint: string;
  label: string;
  submit: string;
  problem: string;
  /** Language to write in, where it is the person's. */
  lang?: string;
};

/** A panel with one text to write to the person. */
export function WriteForm({ action, name, title, hint, label, submit, problem, lang }: Props) {
  return (
    <section className="panel" aria-labelledby={name}>
      <Heading level={2} id={name}>{title}</Heading>
      <p className="quiet">{hint}</p>
      <ActionForm action={action} problem={problem} name={name}>
        <TextArea name="body" label={label} rows={4} lang={lang} />
        <Submit variant="secondary">{submit}</Submit>
      </ActionForm>
    </section>
  );
}
