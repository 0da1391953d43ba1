import { DateText } from "@/components/ui/date-text";
import { Notice } from "@/components/ui/notice";
import type { Locale } from "@/lib/i18n/locale";
import { messages } from "@/lib/i18n/messages";
import type { AskedFor } from "./asked-documents";

type View = { standing: string; identityAsked: AskedFor | null; reply: object | null; closedOn: string | null };

/** The one thing to do now, if there is one: read the answer, send a document, answer a question. */
export function WhatNext({ view, home, locale }: { view: View; home: string; locale: Locale }) {
  const { check, reply, space } = messages(locale).follow;
  if (view.reply) {
    return (
      <Notice tone="success" title={reply.available}>
        {view.closedOn && <p>{reply.sentOn} <DateText date={view.closedOn} locale={locale} /></p>}
        <p><a className="button button-primary" href={`${home}/reply`}>{reply.read}</a></p>
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
