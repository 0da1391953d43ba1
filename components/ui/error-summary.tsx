"use client";
import { useEffect, useRef } from "react";
import { takeFocus } from "./take-focus";

type Props = {
  title: string;
  /** Field name → message; `form` belongs to no field. */
  errors: Record<string, string>;
  /** Field name → its label, so that a message makes sense away from its field. */
  labels?: Record<string, string>;
  refusal?: string | null;
  /** The way on from the refusal. */
  way?: { href: string; text: string } | undefined;
  prefix?: string;
  /** It came as the answer to what was just sent. */
  takesFocus?: boolean;
};

/** What stands in the way, on top of the form, with a link to each field. Nothing when nothing does. */
export function ErrorSummary({ title, errors, labels = {}, refusal = null, way, prefix = "", takesFocus = false }: Props) {
  const summary = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (takesFocus) takeFocus(summary.current);
  }, [takesFocus]);
  const entries = Object.entries(errors);
  if (entries.length === 0 && !refusal) return null;
  return (
    // oxlint-disable-next-line jsx-a11y/no-autofocus -- the only way to the summary where there is no JavaScript
    <div className="error-summary" role="alert" tabIndex={-1} ref={summary} autoFocus={takesFocus}>
      <h2 className="error-summary-title">{title}</h2>
      {refusal && <p>{refusal}</p>}
      {way && <p><a href={way.href} target="_blank" rel="noreferrer">{way.text}</a></p>}
      {entries.length > 0 && (
        <ul>
          {entries.map(([field, message]) => (
            <li key={field}>{field === "form" ? message : <a href={`#${prefix}${field}`}>{labels[field] ? `${labels[field]} – ${message}` : message}</a>}</li>
          ))}
        </ul>
      )}
    </div>
  );
}
