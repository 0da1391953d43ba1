import type { Metadata } from "next";
import { Answers } from "@/components/follow/answers";
import { Due } from "@/components/follow/due";
import { History } from "@/components/follow/history";
import { MessageList } from "@/components/follow/message-list";
import { Standing } from "@/components/follow/standing";
import { WhatNext } from "@/components/follow/what-next";
import { ActionForm } from "@/components/ui/action-form";
import { DateText } from "@/components/ui/date-text";
import { Heading } from "@/components/ui/heading";
import { Notice } from "@/components/ui/notice";
import { Submit } from "@/components/ui/submit";
import type { Locale } from "@/lib/i18n/locale";
import { messages } from "@/lib/i18n/messages";
import { spaceOf } from "@/lib/server/reads/follow";
import { leave } from "../actions";

type Props = { params: Promise<{ locale: Locale; reference: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: messages((await params).locale).follow.space.title };
}

/** The person's own space: where it stands, until when, what is asked of them, what was said. */
export default async function Space({ params, searchParams }: Props) {
  const { locale, reference } = await params;
  const view = await spaceOf(locale, reference);
  const { follow, related } = messages(locale);
  const { space: words } = follow;
  const done = (await searchParams)["done"];
  const maySendMore = view.maySendDocuments && !view.identityAsked;
  const earlier = view.closedOn === null && view.replies.length > 0;
  const home = `/${locale}/follow/${view.reference}`;
  return (
    <div className="stack follow-space">
      {typeof done === "string" && Object.hasOwn(words.done, done) && <Notice tone="success" title={words.done[done as keyof typeof words.done]} role="status" />}
      <div className="follow-space-head">
        <Heading caption={`${words.reference} ${view.reference}`}>{words.title}</Heading>
        <p>{words.receivedOn} <DateText date={view.receivedOn} locale={locale} /></p>
      </div>
      <WhatNext view={view} home={home} locale={locale} />
      <Standing standing={view.standing} stage={view.stage} locale={locale} />
      {view.mergedInto && <p>{view.standing === "merged" ? related.mergedInto : related.mergedPart} <a href={`/${locale}/follow?reference=${view.mergedInto}`}>{view.mergedInto}</a></p>}
      <Due limit={view.limit} closedOn={view.closedOn} locale={locale} />
      <section className="stack-tight" aria-labelledby="messages">
        <h2 id="messages">{follow.message.listTitle}</h2>
        <MessageList list={view.messages} written={view.written} locale={locale} controller={view.controller} />
        {view.mayWrite && <p><a className="button button-secondary" href={`${home}/message`}>{follow.message.write}</a></p>}
      </section>
      <section className="stack-tight" aria-labelledby="asked">
        <h2 id="asked">{words.yourRequest}</h2>
        <Answers claims={view.claims} inTheirWords={view.words} written={view.written} locale={locale} />
        {view.isPurged && <p>{words.purged}</p>}
      </section>
      <section className="stack-tight" aria-labelledby="history">
        <h2 id="history">{words.historyTitle}</h2>
        <History events={view.events} locale={locale} />
      </section>
      <section className="stack-tight no-print" aria-labelledby="more">
        <h2 id="more">{words.more}</h2>
        {(maySendMore || view.mayWithdraw || earlier || view.rightsBeside.length > 0) && (
          <ul className="follow-plain-links">
            {earlier && <li><a href={`${home}/reply`}>{follow.reply.earlier}</a></li>}
            {maySendMore && <li><a href={`${home}/check`}>{follow.check.title}</a></li>}
            {view.rightsBeside.length > 0 && <li><a href={`${home}/another`}>{related.another.link}</a></li>}
            {view.mayWithdraw && <li><a href={`${home}/withdraw`}>{follow.withdraw.link}</a></li>}
          </ul>
        )}
        <ActionForm action={leave.bind(null, locale)} problem={follow.problem}>
          <Submit variant="secondary">{follow.signOut}</Submit>
        </ActionForm>
      </section>
    </div>
  );
}
