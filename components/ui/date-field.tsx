"use client";
import type { ReactNode } from "react";
import { FieldFrame } from "./field-parts";
import { controlOf, useField } from "./form-context";

type Props = { name: string; label: string; hint?: ReactNode; defaultValue?: string; optionalLabel?: string; autoComplete?: string };

/** A civil date in the browser's own control; the value is ISO, e.g. 2026-11-23. */
export function DateField({ name, label, hint, defaultValue, optionalLabel, autoComplete }: Props) {
  const field = useField(name, hint, defaultValue);
  return (
    <FieldFrame field={field} label={label} hint={hint} optionalLabel={optionalLabel}>
      <input key={field.key} {...controlOf(field)} name={name} type="date" className="input width-s" autoComplete={autoComplete} />
    </FieldFrame>
  );
}
