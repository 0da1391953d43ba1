"use client";
import type { ReactNode } from "react";
import { FieldFrame } from "./field-parts";
import { controlOf, useField } from "./form-context";

type Props = {
  name: string;
  label: string;
  hint?: ReactNode;
  rows?: number;
  autoComplete?: string;
  defaultValue?: string;
  optionalLabel?: string;
  /** Language to write in, where it is not the page's: for spelling and for voices. */
  lang?: string;
  /** Off for what is no prose: some browsers send what they check to their maker. */
  spellCheck?: boolean;
};

/** Several lines of text; grows with what is typed where the browser can. */
export function TextArea({ name, label, hint, rows = 5, autoComplete, defaultValue, optionalLabel, lang, spellCheck }: Props) {
  const field = useField(name, hint, defaultValue);
  return (
    <FieldFrame field={field} label={label} hint={hint} optionalLabel={optionalLabel}>
      <textarea key={field.key} {...controlOf(field)} name={name} rows={rows} className="input" autoComplete={autoComplete} lang={lang} spellCheck={spellCheck} />
    </FieldFrame>
  );
}
