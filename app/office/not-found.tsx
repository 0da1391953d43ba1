import { MessagePage } from "@/components/site/message-page";
import { messages } from "@/lib/i18n/messages";
import { currentStaff, preferredLocale } from "@/lib/server/session";

/** Not there, or not for this member of staff to see: the two cannot be told apart. */
export default async function OfficeNotFound() {
  const actor = await currentStaff();
  const locale = actor?.locale ?? (await preferredLocale());
  const { office, site } = messages(locale);
  return (
    <main id="main" tabIndex={-1} className="desk">
      <title>{site.notFound.title}</title>
      <MessagePage title={site.notFound.title}>
        <p>{site.notFound.text}</p>
        <p><a className="button button-secondary" href="/office">{office.case.back}</a></p>
      </MessagePage>
    </main>
  );
}
