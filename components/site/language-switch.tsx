"use client";
import { usePathname } from "next/navigation";

type Props = { locale: "fr" | "en"; label: string; title: string };

/** The same page in the other language. */
export function LanguageSwitch({ locale, label, title }: Props) {
  const other = locale === "fr" ? "en" : "fr";
  const path = usePathname().replace(/^\/(fr|en)(?=\/|$)/, `/${other}`);
  return <a className="language-switch" href={path} hrefLang={other} lang={other} title={title}>{label}</a>;
}
