"use client";
import type { ReactNode } from "react";
import { FieldError, Hint, OptionalMark } from "./field-parts";
import { useField } from "./form-context";

type Props = { name: string; label: string; hint?: ReactNode; defaultValue?: string; optionalLabel?: string; autoComplete?: string };

/** A civil date in the browser's own control; the value is ISO, e.g. 2026-11-23. */
export function DateField({ name, label, hint, defaultValue, optionalLabel, autoComplete }: Props) {
  const field = useField(name, hint, defaultValue);
  return (
    <div className={field.error ? "field field-wrong" : "field"}>
      <label htmlFor={field.id}>{label}<OptionalMark>{optionalLabel}</OptionalMark></label>
      <Hint id={field.id}>{hint}</Hint>
      <FieldError id={field.id}>{field.error}</FieldError>
      <input
        key={field.key}
        id={field.id}
        name={name}
        type="date"
        className="input width-s"
        autoComplete={autoComplete}
        defaultValue={field.value}
        aria-describedby={field.describedBy}
        aria-invalid={field.error ? true : undefined}
      />
    </div>
  );
}
