"use client";
import type { ReactNode } from "react";
import type { FormState } from "@/lib/request/form-state";
import { ErrorSummary } from "./error-summary";
import { FormContext } from "./form-context";

type Props = {
  /** The page that answers. */
  action: string;
  /** What the address says was typed, and what is wrong with it. */
  state: FormState;
  /** Title of the error summary, in the reader's language. */
  problem: string;
  /** Field → its label, for the error summary. */
  labels: Record<string, string>;
  children: ReactNode;
};

/** A form that only asks: what is typed goes into the address and the page of that address answers, errors included. */
export function GetForm({ action, state, problem, labels, children }: Props) {
  return (
    <form method="get" action={action} className="form" noValidate>
      <FormContext value={{ state, prefix: "" }}>
        <ErrorSummary title={problem} errors={state.errors} labels={labels} takesFocus={state.attempt > 0} />
        {children}
      </FormContext>
    </form>
  );
}
