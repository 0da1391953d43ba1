import type { Metadata } from "next";
import { Signals } from "@/components/check/signals";
import { CaseIncident } from "@/components/incident/case-incident";
import { ActionsSide } from "@/components/office/actions-side";
import { CaseHead } from "@/components/office/case-head";
import { ClockDates } from "@/components/office/clock-dates";
import { isByPost, mayAny } from "@/components/office/case-view";
import { Claims } from "@/components/office/claims";
import { Documents } from "@/components/office/documents";
import { DoneNotice } from "@/components/office/done-notice";
import { AskedAgain, Related } from "@/components/office/related";
import { Requester } from "@/components/office/requester";
import { Timeline } from "@/components/office/timeline";
import { LettersToPost } from "@/components/record/letters-to-post";
import { NoAddress } from "@/components/record/no-address";
import { ReceiptProof } from "@/components/record/receipt-proof";
import { Clock } from "@/components/ui/clock";
import { Heading } from "@/components/ui/heading";
import { Notice } from "@/components/ui/notice";
import { messages } from "@/lib/i18n/messages";
import { isKeptAsItIs } from "@/lib/request/event";
import { isOpen } from "@/lib/request/request";
import { lacksReceiptProof } from "@/lib/request/request";
import { incidentOf } from "@/lib/server/reads/incidents";
import { colleagues } from "@/lib/server/reads/colleagues";
import { sameName } from "@/lib/server/reads/same-name";
import { samePerson } from "@/lib/server/reads/same-person";
import { together } from "@/lib/server/reads/asked";
import { teamsToGive } from "@/lib/server/reads/teams";
import { present } from "@/lib/server/reads/present";
import { openCounts } from "@/lib/server/reads/open-counts";
import { Desk } from "../../desk";
import { assignCaseAction, linkIncidentAction, mergeAction, takeCaseAction } from "./handle/actions";
import { addReceiptProofAction, recordAddressAction } from "./record/actions";
import { type CaseParams, openCase, titleFacts } from "./open-case";

type Props = { params: CaseParams; searchParams: Promise<{ done?: string; upload?: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, reference } = await titleFacts(params);
  return { title: messages(locale).office.case.title(reference) };
}

/** A case on one page: what is asked and the date, what happened, what may be done now. */
export default async function CasePage({ params, searchParams }: Props) {
  const { actor, view, locale, reference } = await openCase(params);
  const { done, upload } = await searchParams;
  const bound = [null, reference, view.request.version] as const;
  const others = await samePerson(actor, reference, view.sameRequestDays);
  const { office } = messages(locale);
  const proofs = view.files.filter((file) => !isKeptAsItIs(file.purpose));
  const proof = <ReceiptProof view={view} number={addReceiptProofAction.bind(...bound)} problem={upload} locale={locale} />;
  return (
    <Desk actor={actor} place="queue">
      <CaseHead view={view} locale={locale} />
      <DoneNotice done={done} isByPost={isByPost(view)} locale={locale} />
      {view.files.some((file) => file.isFaulty) && <Notice tone="problem" title={office.case.faultyTitle}><p>{office.case.faulty}</p></Notice>}
      {!view.caseFile && <Notice tone="info"><p>{office.case.purged}</p></Notice>}
      <div className="case">
        <div className="case-side">
          <ActionsSide view={view} me={actor.id} mayAct={actor.permissions.has("case.handle")} take={takeCaseAction.bind(...bound)} give={assignCaseAction.bind(...bound)} to={{ ...(await together({ people: colleagues(actor), teams: teamsToGive(actor) })), open: await openCounts(actor) }} locale={locale} />
        </div>
        <div className="case-main">
          <LettersToPost view={view} locale={locale} />
          <NoAddress view={view} action={recordAddressAction.bind(...bound)} locale={locale} />
          <AskedAgain view={view} others={others} locale={locale} />
          {lacksReceiptProof(view.request) && proof}
          <Claims view={view} locale={locale} />
          <Clock limit={view.limit} locale={locale}>
            {isOpen(view.request) && <ClockDates limit={view.limit} isExtended={view.request.extension !== null} locale={locale} />}
          </Clock>
          <Requester view={view} locale={locale} />
          <Related view={view} others={others} namesakes={await sameName(actor, view)} merge={mergeAction.bind(null, reference, view.request.version)} locale={locale} />
          <CaseIncident {...await incidentOf(actor, view.request.incidentId)} mayLink={mayAny(view, "linkIncident")} action={linkIncidentAction.bind(null, reference)} locale={locale} />
          <Signals request={view.request} isBrief locale={locale} />
          {proofs.length > 0 && (
            <section aria-labelledby="documents">
              <Heading level={2} id="documents">{office.case.files}</Heading>
              <Documents files={proofs} reference={reference} mayView={actor.permissions.has("file.view")} locale={locale} />
            </section>
          )}
          {!lacksReceiptProof(view.request) && proof}
          <Timeline view={view} mayOpen={actor.permissions.has("file.view")} locale={locale} timeZone={present().timeZone} />
        </div>
      </div>
    </Desk>
  );
}
