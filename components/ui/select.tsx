"use client";
import type { ReactNode } from "react";
import { FieldFrame } from "./field-parts";
import { controlOf, useField } from "./form-context";

type Props = { name: string; label: string; hint?: ReactNode; options: readonly { value: string; label: string }[]; defaultValue?: string };

/** One of many, in the browser's own control. */
export function Select({ name, label, hint, options, defaultValue }: Props) {
  const field = useField(name, hint, defaultValue);
  return (
    <FieldFrame field={field} label={label} hint={hint}>
      <select key={field.key} {...controlOf(field)} name={name} className="input width-m">
        {options.map(({ value, label }) => <option key={value} value={value}>{label}</option>)}
      </select>
    </FieldFrame>
  );
}
