"use client";
import { usePathname, useSearchParams } from "next/navigation";

type Props = { locale: "fr" | "en"; label: string; title: string };

/** The same page in the other language, asked the same. */
export function LanguageSwitch({ locale, label, title }: Props) {
  const other = locale === "fr" ? "en" : "fr";
  const path = usePathname().replace(/^\/(fr|en)(?=\/|$)/, `/${other}`);
  const query = useSearchParams().toString();
  return <a className="language-switch" href={query ? `${path}?${query}` : path} hrefLang={other} lang={other} title={title}>{label}</a>;
}
