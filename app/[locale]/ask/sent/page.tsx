import type { Metadata } from "next";
import { ReceiptPage } from "@/components/ask/receipt-page";
import { MessagePage } from "@/components/site/message-page";
import type { Locale } from "@/lib/i18n/locale";
import { messages } from "@/lib/i18n/messages";
import { controller } from "@/lib/server/reads/controller";
import { receipt } from "@/lib/server/reads/receipt";

type Props = { params: Promise<{ locale: Locale }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: messages((await params).locale).ask.sent.title };
}

/** The receipt, for a day and on the device that sent the request. Reloading it sends nothing. */
export default async function Sent({ params }: Props) {
  const { locale } = await params;
  const words = messages(locale);
  const found = await receipt();
  if (found) return <ReceiptPage receipt={found} controller={controller().name} locale={locale} words={words} />;
  const { none, another } = words.ask.sent;
  return (
    <MessagePage title={none.title}>
      <p>{none.text}</p>
      <p className="button-row"><a className="button button-primary" href={`/${locale}/follow`}>{words.site.follow}</a><a href={`/${locale}`}>{another}</a></p>
    </MessagePage>
  );
}
