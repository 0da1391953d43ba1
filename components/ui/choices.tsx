"use client";
import type { ReactNode } from "react";
import { FieldError, Hint } from "./field-parts";
import { useField } from "./form-context";

export type Choice = {
  value: string;
  label: ReactNode;
  hint?: ReactNode;
  /** Fields that matter only with this choice: below it, hidden by style alone until it is chosen. */
  children?: ReactNode;
};

type Props = {
  type: "radio" | "checkbox";
  name: string;
  legend: string;
  hint?: ReactNode;
  options: readonly Choice[];
  defaultValue?: string | string[];
  legendAsHeading?: boolean;
};

/** A group of radio buttons or check boxes in a fieldset. The error summary links to the first of them. */
export function Choices({ type, name, legend, hint, options, defaultValue, legendAsHeading }: Props) {
  const field = useField(name, hint, defaultValue);
  return (
    <fieldset className={field.error ? "field field-wrong" : "field"} aria-describedby={field.describedBy}>
      <legend>{legendAsHeading ? <h1 className="label-heading">{legend}</h1> : legend}</legend>
      <Hint id={field.id}>{hint}</Hint>
      <FieldError id={field.id}>{field.error}</FieldError>
      {options.map(({ value, label, hint: about, children }, index) => {
        const id = index === 0 ? field.id : `${field.id}-${value}`;
        return (
          <div className="choice" key={value}>
            <input
              key={field.key}
              id={id}
              type={type}
              name={name}
              value={value}
              defaultChecked={field.values.includes(value)}
              aria-invalid={field.error && type === "checkbox" ? true : undefined}
              aria-describedby={about ? `${id}-about` : undefined}
            />
            <label htmlFor={id}>{label}</label>
            {about && <div className="choice-hint" id={`${id}-about`}>{about}</div>}
            {children && <div className="choice-more">{children}</div>}
          </div>
        );
      })}
    </fieldset>
  );
}
