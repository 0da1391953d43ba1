import { notFound } from "next/navigation";
import type { Metadata } from "next";
import type { ReactNode } from "react";
import { Document } from "@/components/site/document";
import { SiteFooter } from "@/components/site/site-footer";
import { SiteHeader } from "@/components/site/site-header";
import { isLocale } from "@/lib/i18n/locale";
import { messages } from "@/lib/i18n/messages";
import { controller } from "@/lib/server/reads/controller";
import { areFiguresLinked } from "@/lib/server/reads/public-figures";

type Props = { children: ReactNode; params: Promise<{ locale: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  const { service } = messages(isLocale(locale) ? locale : "fr").site;
  const title = `${service} – ${controller().name}`;
  return { title: { default: title, template: `%s – ${title}` } };
}

/** The public pages, in one language. Any other first part of an address is not found. */
export default async function PublicLayout({ children, params }: Props) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  const { site, figures } = messages(locale);
  const who = controller();
  return (
    <Document locale={locale} skip={site.skip}>
      <SiteHeader locale={locale} name={who.name} words={site} />
      <main id="main" tabIndex={-1} className="page">{children}</main>
      <SiteFooter locale={locale} controller={who} words={site} figures={(await areFiguresLinked()) ? figures.published.title : null} />
    </Document>
  );
}
