import type { ReactNode } from "react";
import { ActionForm } from "@/components/ui/action-form";
import { Heading } from "@/components/ui/heading";
import { Submit } from "@/components/ui/submit";
import type { Messages } from "@/lib/i18n/messages";
import type { FormAction } from "@/lib/request/form-state";

type Props = {
  action: FormAction;
  words: Messages;
  caption: string;
  title: string;
  why: string;
  /** Field → label, for the error summary. */
  labels: Record<string, { label: string }>;
  children: ReactNode;
};

/** One page of questions: what is asked, why, the fields, on or back. Both buttons keep what was typed. */
export function QuestionPage({ action, words: { ask, site }, caption, title, why, labels, children }: Props) {
  const names = Object.fromEntries(Object.entries(labels).map(([field, { label }]) => [field, label]));
  return (
    <div className="question">
      <Heading caption={caption}>{title}</Heading>
      <p className="why"><strong>{ask.why}</strong> {why}</p>
      <ActionForm action={action} problem={site.problem} labels={names}>
        {children}
        <div className="button-row">
          <Submit>{ask.next}</Submit>
          <Submit variant="link" name="go" value="back">{ask.back}</Submit>
        </div>
      </ActionForm>
    </div>
  );
}
