"use client";
import type { ReactNode } from "react";
import { freshForm } from "@/lib/request/form-state";
import { ErrorSummary } from "./error-summary";
import { FormContext } from "./form-context";

type Props = {
  /** Where its answers go, in the address. */
  action: string;
  /** Field name → message, after it was sent and came back. */
  errors: Record<string, string>;
  problem: string;
  labels?: Record<string, string>;
  children: ReactNode;
};

/** A form whose answers live in the address and change nothing: fields and errors look as in any other. */
export function GetForm({ action, errors, problem, labels, children }: Props) {
  const isWrong = Object.keys(errors).length > 0;
  return (
    <form method="get" action={action} className="form" noValidate>
      <ErrorSummary title={problem} errors={errors} labels={labels} takesFocus={isWrong} />
      <FormContext value={{ state: { ...freshForm, errors }, prefix: "" }}>{children}</FormContext>
    </form>
  );
}
