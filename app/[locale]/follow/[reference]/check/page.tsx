import type { Metadata } from "next";
import { AskedDocuments } from "@/components/follow/asked-documents";
import { documentPurposes } from "@/components/follow/document-purposes";
import { SpacePage } from "@/components/follow/space-page";
import { Uploads } from "@/components/follow/uploads";
import { ActionForm } from "@/components/ui/action-form";
import { Submit } from "@/components/ui/submit";
import { dayFigures } from "@/lib/i18n/dates";
import type { Locale } from "@/lib/i18n/locale";
import { messages } from "@/lib/i18n/messages";
import { spaceOf } from "@/lib/server/reads/follow";
import { present } from "@/lib/server/reads/present";
import { sendDocuments } from "./actions";

type Props = { params: Promise<{ locale: Locale; reference: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { check, upload } = messages((await params).locale).follow;
  return { title: (await searchParams)["upload"] ? upload.errorTitle(check.title) : check.title };
}

/** The documents asked of the person: chosen one by one, then sent together. */
export default async function Check({ params, searchParams }: Props) {
  const { locale, reference } = await params;
  const view = await spaceOf(locale, reference);
  const { follow, law } = messages(locale);
  const { check: words } = follow;
  const { upload, purpose } = await searchParams;
  const code = typeof upload === "string" ? upload : null;
  const ready = view.waiting.filter((file) => file.purpose !== "message");
  const sendable = ready.filter((file) => file.scan !== "infected").length;
  const purposes = documentPurposes(view.identityAsked?.kinds ?? [], ready.map((file) => file.purpose));
  const wrong = purposes.find((each) => each === purpose) ?? purposes[0];
  const { at, timeZone } = present();
  const mark = { controller: view.controller.name, reference: view.reference, on: dayFigures(at, timeZone, locale) };
  return (
    <SpacePage title={words.title} locale={locale} reference={view.reference} problem={view.maySendDocuments && code && wrong ? { code, purpose: wrong } : null}>
      {view.maySendDocuments ? (
        <>
          <AskedDocuments asked={view.identityAsked} rejection={view.lastRejection} locale={locale} />
          <section className="stack" aria-labelledby="choose">
            <h2 id="choose">{words.chooseTitle}</h2>
            {purposes.map((each) => (
              <Uploads key={each} locale={locale} reference={view.reference} purpose={each} label={law.filePurpose[each]} files={ready.filter((file) => file.purpose === each)} problem={wrong === each ? code : null} mark={mark} />
            ))}
          </section>
          <section className="stack-tight" aria-labelledby="ready">
            <h2 id="ready">{words.readyTitle}</h2>
            <p>{sendable === 0 ? words.none : words.ready(sendable)}</p>
            {sendable > 0 && (
              <ActionForm action={sendDocuments.bind(null, locale, view.reference)} problem={follow.problem}>
                <Submit>{words.send}</Submit>
              </ActionForm>
            )}
          </section>
        </>
      ) : (
        <p>{words.settled}</p>
      )}
    </SpacePage>
  );
}
