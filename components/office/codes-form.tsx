"use client";
import { type ReactNode, useActionState, useEffect, useRef } from "react";
import { ErrorSummary } from "@/components/ui/error-summary";
import { FormContext } from "@/components/ui/form-context";
import { keepTyped } from "@/components/ui/keep-typed";
import { type FormState, freshForm } from "@/lib/request/form-state";

export type CodesState = FormState & { recoveryCodes?: string[] };
type Props = {
  action: (state: CodesState, form: FormData) => Promise<CodesState>;
  problem: string;
  name: string;
  title: string;
  /** What to do with the codes. */
  about: string;
  /** Fields and button; gone once the codes are there. */
  children: ReactNode;
  /** What comes after them. */
  then?: ReactNode;
};

/** A form whose answer may carry recovery codes. They stand in this answer alone: a reload no longer shows them. */
export function CodesForm({ action, problem, name, title, about, children, then }: Props) {
  const [state, formAction] = useActionState<CodesState, FormData>(keepTyped(action), freshForm);
  const codes = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (state.attempt === 0) return;
    codes.current?.focus();
    const title = document.title.replace(`${problem} – `, "");
    document.title = state.recoveryCodes ? title : `${problem} – ${title}`;
  }, [state.attempt, state.recoveryCodes, problem]);
  if (state.recoveryCodes) {
    return (
      <div className="notice notice-success" role="status" tabIndex={-1} ref={codes}>
        <p className="notice-title">{title}</p>
        <p>{about}</p>
        <ul className="recovery-codes">{state.recoveryCodes.map((code) => <li key={code}><code>{code}</code></li>)}</ul>
        {then}
      </div>
    );
  }
  if (!children) return null;
  return (
    <form action={formAction} className="form" noValidate>
      <ErrorSummary key={state.attempt} title={problem} errors={state.errors} refusal={state.refusal} prefix={`${name}-`} takesFocus={state.attempt > 0} />
      <FormContext value={{ state, prefix: `${name}-` }}>{children}</FormContext>
    </form>
  );
}
