import { Document } from "@/components/site/document";
import { MessagePage } from "@/components/site/message-page";
import { SiteHeader } from "@/components/site/site-header";
import { messages } from "@/lib/i18n/messages";
import { controller } from "@/lib/server/reads/controller";
import { preferredLocale } from "@/lib/server/session";

/** An address that leads nowhere, in the browser's language. */
export default async function NotFound() {
  const locale = await preferredLocale();
  const { site } = messages(locale);
  return (
    <Document locale={locale} skip={site.skip}>
      <title>{site.notFound.title}</title>
      <SiteHeader locale={locale} name={controller().name} words={site} />
      <main id="main" tabIndex={-1} className="page">
        <MessagePage title={site.notFound.title}>
          <p>{site.notFound.text}</p>
          <p><a className="button button-secondary" href={`/${locale}`}>{site.notFound.back}</a></p>
        </MessagePage>
      </main>
    </Document>
  );
}
