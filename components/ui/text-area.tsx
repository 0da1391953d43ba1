"use client";
import type { ReactNode } from "react";
import { FieldError, Hint, OptionalMark } from "./field-parts";
import { useField } from "./form-context";

type Props = {
  name: string;
  label: string;
  hint?: ReactNode;
  rows?: number;
  autoComplete?: string;
  defaultValue?: string;
  optionalLabel?: string;
};

/** Several lines of text; grows with what is typed where the browser can. */
export function TextArea({ name, label, hint, rows = 5, autoComplete, defaultValue, optionalLabel }: Props) {
  const field = useField(name, hint, defaultValue);
  return (
    <div className={field.error ? "field field-wrong" : "field"}>
      <label htmlFor={field.id}>{label}<OptionalMark>{optionalLabel}</OptionalMark></label>
      <Hint id={field.id}>{hint}</Hint>
      <FieldError id={field.id}>{field.error}</FieldError>
      <textarea
        key={field.key}
        id={field.id}
        name={name}
        rows={rows}
        className="input"
        autoComplete={autoComplete}
        defaultValue={field.value}
        aria-describedby={field.describedBy}
        aria-invalid={field.error ? true : undefined}
      />
    </div>
  );
}
