"use client";
import type { ReactNode } from "react";
import { type Choice, Choices } from "./choices";

type Props = { name: string; legend: string; hint?: ReactNode; options: readonly Choice[]; defaultValue?: string[]; legendAsHeading?: boolean };

/** As many as apply. */
export function Checkboxes(props: Props) {
  return <Choices type="checkbox" {...props} />;
}
