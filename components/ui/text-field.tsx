"use client";
import type { HTMLInputAutoCompleteAttribute, InputHTMLAttributes, ReactNode } from "react";
import { FieldFrame } from "./field-parts";
import { controlOf, useField } from "./form-context";

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
  return (
    <FieldFrame field={field} label={label} hint={hint} optionalLabel={optionalLabel} labelAsHeading={labelAsHeading}>
      <input
        key={field.key}
        {...controlOf(type === "password" ? { ...field, value: "" } : field)}
        name={name}
        type={type}
        className={`input width-${width}`}
        autoCapitalize={type === "email" ? "none" : undefined}
        {...input}
      />
    </FieldFrame>
  );
}
