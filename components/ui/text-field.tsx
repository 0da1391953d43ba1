"use client";
import type { HTMLInputAutoCompleteAttribute, InputHTMLAttributes, ReactNode } from "react";
import { FieldError, Hint, OptionalMark } from "./field-parts";
import { useField } from "./form-context";

type Props = {
  name: string;
  label: string;
  hint?: ReactNode;
  type?: "text" | "email" | "tel" | "password" | "search";
  autoComplete?: HTMLInputAutoCompleteAttribute;
  inputMode?: InputHTMLAttributes<HTMLInputElement>["inputMode"];
  spellCheck?: boolean;
  defaultValue?: string;
  /** "(optional)" in the reader's language, where the field may stay empty. */
  optionalLabel?: string;
  /** How much is expected: a code, a number, a name, a line. */
  width?: "xs" | "s" | "m" | "l";
  /** The label is the heading of the page. */
  labelAsHeading?: boolean;
};

/** One line of text with its label, hint and error. */
export function TextField({ name, label, hint, type = "text", defaultValue, optionalLabel, width = "l", labelAsHeading, ...input }: Props) {
  const field = useField(name, hint, defaultValue);
  const labelled = <label htmlFor={field.id}>{label}<OptionalMark>{optionalLabel}</OptionalMark></label>;
  return (
    <div className={field.error ? "field field-wrong" : "field"}>
      {labelAsHeading ? <h1 className="label-heading">{labelled}</h1> : labelled}
      <Hint id={field.id}>{hint}</Hint>
      <FieldError id={field.id}>{field.error}</FieldError>
      <input
        key={field.key}
        id={field.id}
        name={name}
        type={type}
        className={`input width-${width}`}
        defaultValue={type === "password" ? "" : field.value}
        aria-describedby={field.describedBy}
        aria-invalid={field.error ? true : undefined}
        autoCapitalize={type === "email" ? "none" : undefined}
        {...input}
      />
    </div>
  );
}
