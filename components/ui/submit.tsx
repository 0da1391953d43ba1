"use client";
import type { MouseEvent, ReactNode } from "react";
import { useFormStatus } from "react-dom";

type Props = {
  children: ReactNode;
  variant?: "primary" | "secondary" | "danger" | "link";
  /** Says more to those who do not see what stands beside it. */
  label?: string;
  /** Sent with the form by this button alone. */
  name?: string;
  value?: string;
};

/** The button that sends the form. While it is on its way a second press does nothing; the server copes with it all the same. */
export function Submit({ children, variant = "primary", label, name, value }: Props) {
  const { pending } = useFormStatus();
  const once = (event: MouseEvent) => {
    if (pending) event.preventDefault();
  };
  return (
    <button type="submit" className={variant === "link" ? "button-link" : `button button-${variant}`} aria-label={label} name={name} value={value} aria-disabled={pending || undefined} data-pending={pending || undefined} onClick={once}>
      {children}
    </button>
  );
}
