"use client";
import { type ReactNode, use } from "react";
import { FormContext } from "./form-context";

/** The part of a form that opens on demand, for what is seldom needed; open once the form has come back with an answer. */
export function Disclosure({ title, isPlain = false, children }: { title: string; /** Within a panel: without a frame and a heading of its own. */ isPlain?: boolean; children: ReactNode }) {
  const { state } = use(FormContext);
  return (
    <details className={isPlain ? "disclosure-plain" : "panel disclosure"} open={state.attempt > 0}>
      <summary>{isPlain ? title : <h2 className="heading heading-2">{title}</h2>}</summary>
      {children}
    </details>
  );
}
