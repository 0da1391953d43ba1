"use client";
import type { MouseEvent, ReactNode } from "react";
import { useFormStatus } from "react-dom";

type Props = {
  children: ReactNode;
  variant?: "primary" | "secondary" | "danger";
  /** Sent with the form by this button alone. */
  name?: string;
  value?: string;
};

/** The button that sends the form. While it is on its way a second press does nothing; the server copes with it all the same. */
export function Submit({ children, variant = "primary", name, value }: Props) {
  const { pending } = useFormStatus();
  const once = (event: MouseEvent) => {
    if (pending) event.preventDefault();
  };
  return (
    <button type="submit" className={`button button-${variant}`} name={name} value={value} aria-disabled={pending || undefined} data-pending={pending || undefined} onClick={once}>
      {children}
    </button>
  );
}
