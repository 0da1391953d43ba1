import type { ReactNode } from "react";

/** A page that has only a few words to say: not found, a fault. */
export function MessagePage({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="prose">
      <h1>{title}</h1>
      {children}
    </div>
  );
}
