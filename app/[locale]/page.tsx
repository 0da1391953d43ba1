import { Front } from "@/components/site/front";
import type { Locale } from "@/lib/i18n/locale";
import { messages } from "@/lib/i18n/messages";
import { controller } from "@/lib/server/reads/controller";

export default async function Home({ params }: { params: Promise<{ locale: Locale }> }) {
  const { locale } = await params;
  return <Front locale={locale} controller={controller()} words={messages(locale)} />;
}
