"use client";
import { useParams } from "next/navigation";
import type { ReactNode } from "react";

/** One of two, by the language of the address: for pages that are told nothing else of it. */
export function InTheirLanguage({ fr, en }: { fr: ReactNode; en: ReactNode }) {
  return useParams()["locale"] === "en" ? en : fr;
}
