import type { Metadata } from "next";
import { YourData } from "@/components/site/your-data";
import type { Locale } from "@/lib/i18n/locale";
import { messages } from "@/lib/i18n/messages";
import { controller } from "@/lib/server/reads/controller";

type Props = { params: Promise<{ locale: Locale }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: messages((await params).locale).yourData.title };
}

/** What becomes of the data given to this service. GDPR Art. 13. */
export default async function YourDataPage({ params }: Props) {
  const { locale } = await params;
  return <YourData locale={locale} controller={controller()} words={messages(locale)} />;
}
