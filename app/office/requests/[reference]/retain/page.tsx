import type { Metadata } from "next";
import { VerificationRecord } from "@/components/check/verification-record";
import { CaseHead } from "@/components/office/case-head";
import { actorNameIn, mayAny } from "@/components/office/case-view";
import { DoneNotice } from "@/components/office/done-notice";
import { EndDirectivesForm } from "@/components/retain/end-directives-form";
import { Kept } from "@/components/retain/kept";
import { dayWords } from "@/lib/i18n/dates";
import { Heading } from "@/components/ui/heading";
import { Notice } from "@/components/ui/notice";
import { messages } from "@/lib/i18n/messages";
import { firstEraseOn } from "@/lib/law/retention";
import { keepsDirective } from "@/lib/request/retain/keeps-directive";
import { Desk } from "../../../desk";
import { type CaseParams, openCase, titleFacts } from "../open-case";
import { endDirectivesAction } from "./actions";

export async function generateMetadata({ params }: { params: CaseParams }): Promise<Metadata> {
  const { locale, reference } = await titleFacts(params);
  return { title: `${messages(locale).office.retain.title} – ${reference}` };
}

/** What is kept of a case, until when and why; and the record of the identity check. */
export default async function RetainPage({ params, searchParams }: { params: CaseParams; searchParams: Promise<{ done?: string }> }) {
  const { actor, view, locale, reference } = await openCase(params);
  const text = messages(locale).office.retain;
  const { closedOn, hasCaseFile, verification } = view.request;
  const eraseOn = closedOn && firstEraseOn("case-file", { closed: closedOn });
  const until = keepsDirective(view.request) ? text.untilDirectives : eraseOn && dayWords(eraseOn, locale, false);
  return (
    <Desk actor={actor} place="queue">
      <CaseHead view={view} stage={text.title} locale={locale} />
      <DoneNotice done={(await searchParams).done} locale={locale} />
      {closedOn ? <p>{text.closedOn(dayWords(closedOn, locale))}</p> : <Notice tone="info"><p>{text.open}</p></Notice>}
      {closedOn && <Kept until={hasCaseFile && until ? until : text.purgedOn} locale={locale} />}
      {mayAny(view, "endDirectives") && <EndDirectivesForm action={actor.permissions.has("directives.end") ? endDirectivesAction.bind(null, reference, view.request.version) : null} locale={locale} />}
      <section aria-labelledby="verification">
        <Heading level={2} id="verification">{text.verification}</Heading>
        {!verification && <p>{text.notVerified}</p>}
        <VerificationRecord request={view.request} nameOf={(actor) => actorNameIn(view.timeline, actor)} locale={locale} />
      </section>
    </Desk>
  );
}
