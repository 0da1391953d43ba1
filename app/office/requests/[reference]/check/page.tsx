import type { Metadata } from "next";
import { AcceptForm } from "@/components/check/accept-form";
import { AskIdentityForm } from "@/components/check/ask-identity-form";
import { CompareForm } from "@/components/check/compare-form";
import { Evidence } from "@/components/check/evidence";
import { Lapse } from "@/components/check/lapse";
import { RecordIdentityForm } from "@/components/check/record-identity-form";
import { RejectForm } from "@/components/check/reject-form";
import { ReopenForm } from "@/components/check/reopen-form";
import { Signals } from "@/components/check/signals";
import { VerificationRecord } from "@/components/check/verification-record";
import { ZoneForm } from "@/components/check/zone-form";
import { CaseHead } from "@/components/office/case-head";
import { actorNameIn, type CaseView, mayAny } from "@/components/office/case-view";
import { DoneNotice } from "@/components/office/done-notice";
import { Documents } from "@/components/office/documents";
import { dayWords } from "@/lib/i18n/dates";
import { Heading } from "@/components/ui/heading";
import { Notice } from "@/components/ui/notice";
import type { Locale } from "@/lib/i18n/locale";
import { messages } from "@/lib/i18n/messages";
import { identityPolicyOf } from "@/lib/law/rights";
import { claimKindsOf } from "@/lib/request/claim-kinds";
import type { ProofPurpose } from "@/lib/request/event";
import { reopenableClaims } from "@/lib/request/check/reopening";
import { decideProofsBy } from "@/lib/request/check/destroy-undecided";
import { isOpen, isProofExpired } from "@/lib/request/request";
import { Desk } from "../../../desk";
import { type CaseParams, openCase, titleFacts } from "../open-case";
import { acceptIdentityAction, askIdentityAction, checkZoneAction, lapseIdentityAction, recordEvidenceAction, recordIdentityAction, rejectIdentityAction, reopenRequestAction } from "./actions";

export async function generateMetadata({ params }: { params: CaseParams }): Promise<Metadata> {
  const { locale, reference } = await titleFacts(params);
  return { title: `${messages(locale).office.check.title} – ${reference}` };
}

/** Identity: the documents that wait, and what may be done about them. */
export default async function CheckPage({ params, searchParams }: { params: CaseParams; searchParams: Promise<{ done?: string }> }) {
  const { actor, view, locale, reference } = await openCase(params);
  const text = messages(locale).office.check;
  const { request } = view;
  const waiting = view.files.filter((file) => request.proofs.some((proof) => proof.fileId === file.id));
  const seen = request.proofs.flatMap(({ fileId, purpose }) => (fileId === null ? [messages(locale).law.proofPurpose[purpose as ProofPurpose].toLowerCase()] : []));
  const decideBy = decideProofsBy(request);
  const hasDocuments = request.proofs.length > 0;
  const mayCheck = identityPolicyOf(claimKindsOf(view.request, view.caseFile)) !== "never";
  return (
    <Desk actor={actor} place="queue">
      <CaseHead view={view} stage={text.title} locale={locale} />
      <DoneNotice done={(await searchParams).done} locale={locale} />
      <CheckState view={view} locale={locale} />
      {mayCheck && view.caseFile && <Evidence view={view} locale={locale} />}
      {mayCheck && mayAny(view, "recordEvidence") && <CompareForm view={view} action={recordEvidenceAction.bind(null, reference, request.version)} locale={locale} />}
      {!request.verification && isOpen(request) && mayCheck && (
        <section className="panel" aria-labelledby="waiting">
          <Heading level={2} id="waiting">{text.waiting}</Heading>
          {waiting.length > 0 && <Documents files={waiting} reference={reference} mayView={actor.permissions.has("file.view")} locale={locale} />}
          {waiting.some(({ scan }) => scan === "pending") && <p className="quiet">{messages(locale).office.case.scan.pendingHint} {mayAny(view, "rejectIdentity") && text.unscanned}</p>}
          {seen.length > 0 && <p>{text.seenOnPaper(seen.join(", "))}</p>}
          {!hasDocuments && <p className="quiet">{text.none}</p>}
          {waiting.length > 0 && <p>{text.destroyed} {decideBy && text.decideBy(dayWords(decideBy, locale))}</p>}
        </section>
      )}
      <Signals request={request} locale={locale} />
      <div className="columns">
        {mayCheck && mayAny(view, "acceptIdentity") && <AcceptForm action={acceptIdentityAction.bind(null, reference, request.version)} request={request} dueWithout={view.whatIf.establishedDueOn} locale={locale} />}
        {mayAny(view, "rejectIdentity") && hasDocuments && <RejectForm action={rejectIdentityAction.bind(null, reference, request.version)} mayAskAgain={request.identityAsked !== null} locale={locale} />}
        {mayCheck && mayAny(view, "askIdentity") && <AskIdentityForm action={askIdentityAction.bind(null, reference, request.version)} withinDays={view.whatIf.askWithinDays} lateAfterDays={view.whatIf.lateToAskAfterDays} isBeside={view.whatIf.isAskedBeside} mayCredit={actor.permissions.has("suspension.credit")} locale={locale} />}
      </div>
      {mayCheck && hasDocuments && mayAny(view, "checkZone") && <ZoneForm action={checkZoneAction.bind(null, reference, request.version)} last={request.zone} locale={locale} />}
      {mayCheck && mayAny(view, "recordIdentity") && <RecordIdentityForm action={recordIdentityAction.bind(null, reference, request.version)} today={view.today} locale={locale} />}
      {mayAny(view, "reopenRequest") && <ReopenForm action={reopenRequestAction.bind(null, reference, request.version)} locale={locale} />}
    </Desk>
  );
}

/** Where the check stands, in words. */
function CheckState({ view, locale }: { view: CaseView; locale: Locale }) {
  const { office, law } = messages(locale);
  const text = office.check;
  const { request, limit, timeline } = view;
  if (reopenableClaims(request).length > 0) return <Notice tone="warning" title={text.reopenable}><p>{text.reopenableHint}</p></Notice>;
  if (request.verification) {
    return (
      <>
        <Notice tone="success" title={office.case.verified}><p>{text.verified}</p></Notice>
        <VerificationRecord request={request} nameOf={(actor) => actorNameIn(timeline, actor)} locale={locale} />
      </>
    );
  }
  if (!isOpen(request)) return <Notice tone="info"><p>{text.closed}</p></Notice>;
  if (identityPolicyOf(claimKindsOf(view.request, view.caseFile)) === "never") return <Notice tone="info"><p>{text.neverAsked}</p></Notice>;
  const reopenedOn = timeline.flatMap((entry) => (entry.type === "RequestReopened" ? [entry.data.on] : [])).at(-1);
  const isBeside = limit.steps.some(({ rule, until }) => rule === "identity-pause-beside" && !until);
  const expiredOn = isProofExpired(request) ? request.proofsExpiredOn : null;
  return (
    <>
      {reopenedOn && <p>{text.reopenedOn(dayWords(reopenedOn, locale))}</p>}
      {expiredOn && <Notice tone="warning" title={text.expired(dayWords(expiredOn, locale))}><p>{text.expiredHint}</p></Notice>}
      {request.state === "awaiting-identity" && request.identityAsked && (
        <Notice tone="info" title={text.askedOn(dayWords(request.identityAsked.on, locale))}>
          {!expiredOn && <p>{limit.suspendedSince ? text.suspended : isBeside ? text.notSuspendedBeside : text.notSuspended}</p>}
          <p>{request.identityAsked.grounds.map((ground) => law.doubtGround[ground].staff).join(" · ")}</p>
        </Notice>
      )}
      <Lapse view={view} action={lapseIdentityAction.bind(null, request.reference, request.version)} locale={locale} />
      <VerificationRecord request={request} nameOf={(actor) => actorNameIn(timeline, actor)} locale={locale} />
    </>
  );
}
