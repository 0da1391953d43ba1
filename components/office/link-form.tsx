"use client";
import { type ReactNode, useActionState, useEffect, useRef } from "react";
import { ErrorSummary } from "@/components/ui/error-summary";
import { FormContext } from "@/components/ui/form-context";
import { keepTyped } from "@/components/ui/keep-typed";
import { type FormState, freshForm } from "@/lib/request/form-state";

export type LinkState = FormState & { link?: { url: string; name: string } };
type Props = {
  action: (state: LinkState, form: FormData) => Promise<LinkState>;
  problem: string;
  name: string;
  title: string;
  /** What to do with the link: text before and after the name of the person it is for. */
  about: { before: string; after: string };
  children: ReactNode;
};

/** A form whose answer may carry a one-time link. The link stands in this answer alone: a reload no longer shows it. */
export function LinkForm({ action, problem, name, title, about, children }: Props) {
  const [state, formAction] = useActionState<LinkState, FormData>(keepTyped(action), freshForm);
  const news = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (state.attempt === 0) return;
    news.current?.focus();
    const title = document.title.replace(`${problem} – `, "");
    document.title = state.link ? title : `${problem} – ${title}`;
  }, [state.attempt, state.link, problem]);
  return (
    <form action={formAction} className="form" noValidate>
      {state.link ? (
        <div className="notice notice-success" role="status" tabIndex={-1} ref={news}>
          <p className="notice-title">{title}</p>
          <p>{about.before}{state.link.name}{about.after}</p>
          <p><code className="one-time-link">{state.link.url}</code></p>
        </div>
      ) : (
        <ErrorSummary title={problem} errors={state.errors} refusal={state.refusal} prefix={`${name}-`} takesFocus={state.attempt > 0} />
      )}
      <FormContext value={{ state, prefix: `${name}-` }}>{children}</FormContext>
    </form>
  );
}
