import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Published } from "@/components/figures/published";
import type { Locale } from "@/lib/i18n/locale";
import { messages } from "@/lib/i18n/messages";
import { controller } from "@/lib/server/reads/controller";
import { publishedFigures } from "@/lib/server/reads/public-figures";
import "../../figures.css";

type Props = { params: Promise<{ locale: Locale }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: messages((await params).locale).figures.published.title };
}

/** What the controller publishes of the last twelve months, if it does. */
export default async function PublicFiguresPage({ params }: Props) {
  const { locale } = await params;
  const figures = await publishedFigures();
  if (!figures) notFound();
  return <Published figures={figures} controller={controller().name} locale={locale} />;
}
