import type { ReactNode } from "react";

/** A hint that explains a field; tied to it by id. */
export function Hint({ id, children }: { id: string; children: ReactNode }) {
  return children ? <div className="hint" id={`${id}-hint`}>{children}</div> : null;
}

/** What is wrong with a field and how to mend it. The sign in front keeps it from relying on colour. */
export function FieldError({ id, children }: { id: string; children: ReactNode }) {
  return children ? <p className="field-error" id={`${id}-error`}>{children}</p> : null;
}

/** The word "optional" beside a label. */
export function OptionalMark({ children }: { children: ReactNode }) {
  return children ? <span className="optional"> {children}</span> : null;
}
