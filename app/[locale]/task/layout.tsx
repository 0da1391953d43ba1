import type { Metadata } from "next";
import type { ReactNode } from "react";
import "../follow/follow.css";

export const metadata: Metadata = { robots: { index: false, follow: false } };

/** The pages of a department. Each asks for itself who may see it. */
export default function TaskLayout({ children }: { children: ReactNode }) {
  return children;
}
