"use client";
import { type ReactNode, useState } from "react";

type Props = { title: string; className: string; /** There is something in it to see. */ isOpen: boolean; children: ReactNode };

/** What opens on demand, or as soon as there is something in it. Only the reader closes it: it does not shut over what they are doing. */
export function Fold({ title, className, isOpen, children }: Props) {
  const [wasOpen, setOpen] = useState(isOpen);
  if (isOpen && !wasOpen) setOpen(true);
  return (
    <details className={className} open={wasOpen}>
      <summary>{title}</summary>
      {children}
    </details>
  );
}
