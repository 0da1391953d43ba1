"use client";
import { useParams } from "next/navigation";
import { Fault } from "@/components/site/fault";
import { fault as en } from "@/lib/i18n/en/fault";
import { fault as fr } from "@/lib/i18n/fr/fault";

/** A fault on a public page. */
export default function PublicError({ error, retry }: { error: Error & { digest?: string }; retry: () => void }) {
  const { locale } = useParams();
  return <Fault id={error.digest} retry={retry} words={locale === "en" ? en : fr} />;
}
