"use client";
import { createContext, use } from "react";
import { type FormState, freshForm } from "@/lib/request/form-state";

/** What the fields of a form need to know: the answer to the last attempt, and a prefix that keeps ids unique on the page. */
export const FormContext = createContext<{ state: FormState; prefix: string }>({ state: freshForm, prefix: "" });

export type Field = {
  id: string;
  error: string | undefined;
  /** Remounts the control after every answer, because React empties uncontrolled fields. */
  key: string;
  /** What was typed at the last attempt, else what was known before. */
  value: string;
  values: string[];
  /** Ids of hint and error, for aria-describedby. */
  describedBy: string | undefined;
};

/** Id, error and last value of one field, from the form around it. */
export function useField(name: string, hint: unknown, before: string | string[] | undefined): Field {
  const { state, prefix } = use(FormContext);
  const id = `${prefix}${name}`;
  const error = state.errors[name];
  const typed = state.attempt > 0 ? state.typed[name] ?? (name in state.typed || Object.keys(state.typed).length === 0 ? before : "") : before;
  const values = Array.isArray(typed) ? typed : typed ? [typed] : [];
  const describedBy = [hint ? `${id}-hint` : "", error ? `${id}-error` : ""].filter(Boolean).join(" ") || undefined;
  return { id, error, key: `${id}-${state.attempt}`, value: values[0] ?? "", values, describedBy };
}

/** What every control of one value carries: who it is, what it holds, what is said about it. Its `key` is given beside. */
export function controlOf({ id, value, error, describedBy }: Field) {
  return { id, defaultValue: value, "aria-describedby": describedBy, "aria-invalid": error ? (true as const) : undefined };
}
