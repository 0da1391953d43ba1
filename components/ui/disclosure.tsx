"use client";
import { type ReactNode, use } from "react";
import { FormContext } from "./form-context";

/** The part of a form that opens on demand, for what is seldom needed; open once the form has come back with an answer. */
export function Disclosure({ title, children }: { title: string; children: ReactNode }) {
  const { state } = use(FormContext);
  return (
    <details className="panel disclosure" open={state.attempt > 0}>
      <summary><h2 className="heading heading-2">{title}</h2></summary>
      {children}
    </details>
  );
}
