import type { ReactNode } from "react";
import "./follow.css";

/** The look of the person's own space. Each page asks for itself who may see it. */
export default function FollowLayout({ children }: { children: ReactNode }) {
  return children;
}
