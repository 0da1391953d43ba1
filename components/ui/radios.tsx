"use client";
import type { ReactNode } from "react";
import { type Choice, Choices } from "./choices";

type Props = { name: string; legend: string; hint?: ReactNode; options: readonly Choice[]; defaultValue?: string; legendAsHeading?: boolean };

/** One of several. */
export function Radios(props: Props) {
  return <Choices type="radio" {...props} />;
}
