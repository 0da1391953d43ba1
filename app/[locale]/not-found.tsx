import { InTheirLanguage } from "@/components/site/in-their-language";
import { MessagePage } from "@/components/site/message-page";
import type { Locale } from "@/lib/i18n/locale";
import { messages } from "@/lib/i18n/messages";

/** An address under a language that leads nowhere, in that language. */
export default function LocaleNotFound() {
  return <InTheirLanguage fr={<Missing locale="fr" />} en={<Missing locale="en" />} />;
}

function Missing({ locale }: { locale: Locale }) {
  const { notFound } = messages(locale).site;
  return (
    <MessagePage title={notFound.title}>
      <title>{notFound.title}</title>
      <p>{notFound.text}</p>
      <p><a className="button button-secondary" href={`/${locale}`}>{notFound.back}</a></p>
    </MessagePage>
  );
}
