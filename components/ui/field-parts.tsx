import type { ReactNode } from "react";
import type { Field } from "./form-context";

/** A hint that explains a field; tied to it by id. */
export function Hint({ id, children }: { id: string; children: ReactNode }) {
  return children ? <div className="hint" id={`${id}-hint`}>{children}</div> : null;
}

/** What is wrong with a field and how to mend it. The sign in front keeps it from relying on colour. */
export function FieldError({ id, children }: { id: string; children: ReactNode }) {
  return children ? <p className="field-error" id={`${id}-error`}>{children}</p> : null;
}

type Frame = { field: Field; label: string; hint?: ReactNode; optionalLabel?: string | undefined; labelAsHeading?: boolean | undefined; children: ReactNode };

/** Around one control: label (with "optional" where it may stay empty), hint, error, then the control, in this order. */
export function FieldFrame({ field, label, hint, optionalLabel, labelAsHeading, children }: Frame) {
  const labelled = <label htmlFor={field.id}>{label}{optionalLabel && <span className="optional"> {optionalLabel}</span>}</label>;
  return (
    <div className={field.error ? "field field-wrong" : "field"}>
      {labelAsHeading ? <h1 className="label-heading">{labelled}</h1> : labelled}
      <Hint id={field.id}>{hint}</Hint>
      <FieldError id={field.id}>{field.error}</FieldError>
      {children}
    </div>
  );
}
