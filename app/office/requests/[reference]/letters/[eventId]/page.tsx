import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { CaseHead } from "@/components/office/case-head";
import { mayAny } from "@/components/office/case-view";
import { DoneNotice } from "@/components/office/done-notice";
import { PaperLetter } from "@/components/record/paper-letter";
import { Posting } from "@/components/record/posting";
import { Notice } from "@/components/ui/notice";
import { dayWords } from "@/lib/i18n/dates";
import { messages } from "@/lib/i18n/messages";
import { lettersToPost } from "@/lib/request/letters-due";
import { controller } from "@/lib/server/reads/controller";
import { printedLetter } from "@/lib/server/reads/letter";
import { Desk } from "../../../../desk";
import { openCase, titleFacts } from "../../open-case";
import { recordPostingAction } from "../../record/actions";

type Props = { params: Promise<{ reference: string; eventId: string }>; searchParams: Promise<{ done?: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, reference } = await titleFacts(params);
  return { title: `${messages(locale).record.post.letter} – ${reference}` };
}

/** A letter to print, and the day it was handed to the post. On paper nothing but the letter comes out. */
export default async function LetterPage({ params, searchParams }: Props) {
  const { actor, view, locale, reference } = await openCase(params);
  const found = await printedLetter(actor, view, (await params).eventId);
  if (!found || !view.caseFile) notFound();
  const { letter, standing, baseUrl, handToPostOn } = found;
  const { record: { post: text }, office } = messages(locale);
  const { requester } = view.caseFile;
  const waits = lettersToPost(view.request.letters, requester).some(({ eventId, name }) => eventId === standing.eventId && name === standing.name);
  const posted = view.timeline.find((event) => event.type === "LetterPosted" && event.data.eventId === standing.eventId);
  return (
    <Desk actor={actor} place="queue">
      <CaseHead view={view} stage={standing.name === "reply-available" ? text.reply : office.timeline.letters[standing.name]} locale={locale} />
      <DoneNotice done={(await searchParams).done} locale={locale} />
      <div className="no-print stack">
        {requester.postalAddress === null && <Notice tone="warning"><p>{text.noAddress}</p></Notice>}
        {waits && handToPostOn && <Notice tone="warning"><p>{handToPostOn >= view.today ? text.by(dayWords(handToPostOn, locale)) : text.soon}</p></Notice>}
        {waits && <p>{text.how}</p>}
      </div>
      <PaperLetter letter={letter} controller={controller()} recipient={requester} reference={reference} on={standing.on} locale={view.request.locale} baseUrl={baseUrl} />
      <div className="no-print">
        <Posting
          action={recordPostingAction.bind(null, reference, view.request.version)}
          letter={standing}
          mayPost={waits && mayAny(view, "recordPosting")}
          postedOn={posted?.type === "LetterPosted" ? posted.data.postedOn : null}
          today={view.today}
          locale={locale}
        />
      </div>
    </Desk>
  );
}
