import type { ReactNode } from "react";

type Props = { tone: "info" | "success" | "warning" | "problem"; title?: string; children?: ReactNode; role?: "status" | "alert" };

/** A few words set apart. The tone is told by a sign as well as by colour; news (`role`) is read out. */
export function Notice({ tone, title, children, role }: Props) {
  return (
    <div className={`notice notice-${tone}`} role={role}>
      {title && <p className="notice-title">{title}</p>}
      {children}
    </div>
  );
}
