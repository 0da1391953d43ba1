import { DateText } from "@/components/ui/date-text";
import { Notice } from "@/components/ui/notice";
import type { Locale } from "@/lib/i18n/locale";
import { messages } from "@/lib/i18n/messages";
import type { AskedFor } from "./asked-documents";

type View = { standing: string; identityAsked: AskedFor | null; replies: readonly { on: string }[]; mayReopen: boolean; closedOn: string | null };

/** The one thing to do now, if there is one: read the answer, send a document, answer a question. */
export function WhatNext({ view, home, locale }: { view: View; home: string; locale: Locale }) {
  const { check, reply, space } = messages(locale).follow;
  const [newest] = view.replies;
  if (newest && view.closedOn) {
    return (
      <Notice tone="success" title={reply.available}>
        <p>{reply.sentOn} <DateText date={newest.on} locale={locale} /></p>
        <p><a className="button button-primary" href={`${home}/reply`}>{reply.read}</a></p>
        {view.mayReopen && <p>{reply.stillHow} <a href={`${home}/check`}>{reply.stillSend}</a></p>}
      </Notice>
    );
  }
  if (view.identityAsked) {
    return (
      <Notice tone="warning" title={space.askedOfYou}>
        <p>{check.asked}</p>
        <p><a className="button button-primary" href={`${home}/check`}>{check.title}</a></p>
      </Notice>
    );
  }
  if (view.standing === "question") {
    return (
      <Notice tone="warning" title={space.askedOfYou}>
        <p>{space.now.question}</p>
        <p><a className="button button-primary" href={`${home}/message`}>{space.answerQuestion}</a></p>
      </Notice>
    );
  }
  return view.closedOn ? null : <Notice tone="info" title={space.askedOfYou}><p>{space.nothingAsked}</p></Notice>;
}
