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
  children: ReactNode;
};

/** One page of questions: what is asked, why, the fields, on or back. Both buttons keep what was typed. */
export function QuestionPage({ action, words: { ask, site }, caption, title, why, children }: Props) {
  return (
    <div className="question">
      <Heading caption={caption}>{title}</Heading>
      <p className="why"><strong>{ask.why}</strong> {why}</p>
      <ActionForm action={action} problem={site.problem}>
        {children}
        <div className="button-row">
          <Submit>{ask.next}</Submit>
          <Submit variant="link" name="go" value="back">{ask.back}</Submit>
        </div>
      </ActionForm>
    </div>
  );
}
