"use client";
import { type ReactNode, useActionState, useEffect } from "react";
import { type FormAction, type FormState, freshForm } from "@/lib/request/form-state";
import { ErrorSummary } from "./error-summary";
import { FormContext } from "./form-context";
import { keepTyped } from "./keep-typed";

type Props = {
  action: FormAction;
  /** What the server already knows to be wrong, e.g. after an earlier visit. */
  initial?: FormState;
  /** Title of the error summary, in the reader's language. */
  problem: string;
  /** Prefix of the ids in this form; needed where a page holds several forms with fields of the same name. */
  name?: string;
  className?: string;
  /** Field name → its label, said with each message in the summary. */
  labels?: Record<string, string>;
  children: ReactNode;
};

/**
 * Every form of the product: a server action that works without JavaScript. On errors it shows what was typed,
 * an error next to each field and a summary that takes the focus and links to the fields. A lost connection is one of them.
 */
export function ActionForm({ action, initial = freshForm, problem, name, className, labels, children }: Props) {
  const [state, formAction] = useActionState(keepTyped(action), initial);
  const prefix = name ? `${name}-` : "";
  useEffect(() => {
    if (state.attempt > 0) document.title = `${problem} – ${document.title.replace(`${problem} – `, "")}`;
  }, [state.attempt, problem]);
  return (
    <form action={formAction} className={`form ${className ?? ""}`} noValidate>
      <FormContext value={{ state, prefix }}>
        <ErrorSummary key={state.attempt} title={problem} errors={state.errors} labels={labels} refusal={state.refusal} way={state.way} prefix={prefix} takesFocus={state.attempt > 0} />
        {children}
      </FormContext>
    </form>
  );
}
