"use client";
import { Fault } from "@/components/site/fault";
import { fault as en } from "@/lib/i18n/en/fault";
import { fault as fr } from "@/lib/i18n/fr/fault";
import "./globals.css";

/** A fault nothing else caught, so with a page of its own. The address or the browser tells the language. */
export default function GlobalError({ error, retry }: { error: Error & { digest?: string }; retry: () => void }) {
  const isEnglish = typeof window !== "undefined" && (location.pathname.startsWith("/en") || navigator.language.startsWith("en"));
  const fault = isEnglish ? en : fr;
  return (
    <html lang={isEnglish ? "en" : "fr"}>
      <body>
        <title>{fault.title}</title>
        <main id="main" className="page"><Fault id={error.digest} retry={retry} words={fault} /></main>
      </body>
    </html>
  );
}
