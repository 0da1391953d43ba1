"use client";
import type { ReactNode } from "react";
import { FieldError, Hint, OptionalMark } from "./field-parts";
import { useField } from "./form-context";

type Props = {
  name: string;
  label: string;
  hint?: ReactNode;
  options: readonly { value: string; label: string }[];
  defaultValue?: string;
  optionalLabel?: string;
};

/** One of many, in a native list. */
export function SelectField({ name, label, hint, options, defaultValue, optionalLabel }: Props) {
  const field = useField(name, hint, defaultValue);
  return (
    <div className={field.error ? "field field-wrong" : "field"}>
      <label htmlFor={field.id}>{label}<OptionalMark>{optionalLabel}</OptionalMark></label>
      <Hint id={field.id}>{hint}</Hint>
      <FieldError id={field.id}>{field.error}</FieldError>
      <select key={field.key} id={field.id} name={name} className="input width-m" defaultValue={field.value} aria-describedby={field.describedBy} aria-invalid={field.error ? true : undefined}>
        {options.map((option) => (
          <option key={option.value} value={option.value}>{option.label}</option>
        ))}
      </select>
    </div>
  );
}
