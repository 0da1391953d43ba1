"use client";
import { Fault } from "@/components/site/fault";
import { fault as en } from "@/lib/i18n/en/fault";
import { fault as fr } from "@/lib/i18n/fr/fault";

/** A fault on an office page, in the language the document already has. */
export default function OfficeError({ error, retry }: { error: Error & { digest?: string }; retry: () => void }) {
  const isEnglish = typeof document !== "undefined" && document.documentElement.lang === "en";
  return <main id="main" className="desk"><Fault id={error.digest} retry={retry} words={isEnglish ? en : fr} /></main>;
}
