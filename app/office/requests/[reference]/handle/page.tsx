import type { Metadata } from "next";
import { DecideForm } from "@/components/handle/decide-form";
import { ClarifyForm } from "@/components/handle/clarify-form";
import { ExtendForm } from "@/components/handle/extend-form";
import { LateMessage } from "@/components/handle/late-message";
import { LateRefusal } from "@/components/handle/late-refusal";
import { RecordMessageForm } from "@/components/handle/record-message-form";
import { AskDepartmentsForm } from "@/components/handle/ask-departments-form";
import { TasksPanel } from "@/components/handle/tasks-panel";
import { Writing } from "@/components/handle/writing";
import { answerRows } from "@/components/office/answer-rows";
import { CaseHead } from "@/components/office/case-head";
import { OthersHere } from "@/components/office/others-here";
import { type CaseView, isByPost, isMarketing, mayAny } from "@/components/office/case-view";
import { decisionRows } from "@/components/office/claims";
import { DoneNotice } from "@/components/office/done-notice";
import { InTheirWords, Joined } from "@/components/office/in-their-words";
import { stageWords } from "@/components/office/stage-words";
import { Heading } from "@/components/ui/heading";
import { Notice } from "@/components/ui/notice";
import { SummaryList } from "@/components/ui/summary-list";
import { dayWords } from "@/lib/i18n/dates";
import type { Locale } from "@/lib/i18n/locale";
import { messages } from "@/lib/i18n/messages";
import { proposalFor } from "@/lib/request/check/refusal-proposal";
import { type Claim, isOpen, isProofAwaited, owedClaims } from "@/lib/request/request";
import { readersOf } from "@/lib/server/reads/colleagues";
import { othersHere } from "@/lib/server/reads/others-here";
import { tasksToAsk } from "@/lib/server/reads/tasks";
import { present } from "@/lib/server/reads/present";
import { Desk } from "../../../desk";
import { type CaseParams, openCase, titleFacts } from "../open-case";
import { addNoteAction, askClarificationAction, askDepartmentsAction, askQuestionAction, attachTaskFileAction, decideClaimAction, extendDeadlineAction, recordMessageAction, sendTaskLinkAction, withdrawTaskAction } from "./actions";

type Props = { params: CaseParams; searchParams: Promise<{ done?: string; attach?: string; upload?: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, reference } = await titleFacts(params);
  return { title: `${messages(locale).office.handle.title} – ${reference}` };
}

/** Decide every claim, ask the person, write for colleagues. */
export default async function HandlePage({ params, searchParams }: Props) {
  const { actor, view, locale, reference } = await openCase(params);
  const { office } = messages(locale);
  const text = office.handle;
  const { request } = view;
  const { done, attach, upload } = await searchParams;
  const extras = { files: view.files.filter((file) => file.purpose === "note" && file.pending), readers: await readersOf(actor, reference), problem: upload, mayOpen: actor.permissions.has("file.view") };
  const bound = [null, reference, request.version] as const;
  const isUnsettled = isProofAwaited(request) || request.proofs.length > 0;
  const writing = <Writing view={view} ask={askQuestionAction.bind(...bound)} note={addNoteAction.bind(null, reference)} extras={extras} locale={locale} />;
  const record = <RecordMessageForm view={view} action={recordMessageAction.bind(...bound)} locale={locale} />;
  const toAsk = mayAny(view, "askDepartments") ? await tasksToAsk(actor, request, view.limit.dueOn) : null;
  const departments = (toAsk || view.tasks.length > 0) && (
    <TasksPanel view={view} withdraw={withdrawTaskAction.bind(...bound)} sendLink={sendTaskLinkAction.bind(...bound)} attach={(id) => attachTaskFileAction.bind(null, reference, id)} hasAttachFailed={attach !== undefined} mayOpen={actor.permissions.has("file.view")} locale={locale}>
      {toAsk && <AskDepartmentsForm toAsk={toAsk} action={askDepartmentsAction.bind(...bound)} locale={locale} />}
    </TasksPanel>
  );
  return (
    <Desk actor={actor} place="queue">
      <CaseHead view={view} stage={stageWords(view, "handle", locale).name} locale={locale} />
      {isOpen(request) && <OthersHere others={await othersHere(actor, reference)} timeZone={present().timeZone} locale={locale} />}
      <DoneNotice done={done} isByPost={isByPost(view)} locale={locale} />
      {request.state === "message-after-reply" && <LateMessage view={view} locale={locale} />}
      {!isOpen(request) && <>{writing}{record}<p className="quiet">{text.closed}</p></>}
      {isOpen(request) && isUnsettled && (
        <Notice tone="warning" title={text.identityFirst}>{isProofAwaited(request) && request.identityLapsedOn && <p>{text.lapsed(dayWords(request.identityLapsedOn, locale))}</p>}<p><a href={`/office/requests/${reference}/check`}>{text.toCheck}</a></p></Notice>
      )}
      {mayAny(view, "sendReply") && owedClaims(request).every((claim) => claim.decision) && (
        <Notice tone="info" title={text.toReply}><p><a href={`/office/requests/${reference}/reply`}>{text.toReplyLink}</a></p></Notice>
      )}
      <InTheirWords view={view} locale={locale} />
      <Joined view={view} locale={locale} />
      <LateRefusal view={view} locale={locale} />
      {request.claims.map((claim) => (
        <ClaimPanel key={claim.id} view={view} claim={claim} mayDecide={mayAny(view, "decideClaim") && request.proofs.length === 0 && owedClaims(request).includes(claim)} locale={locale} />
      ))}
      {departments}
      {isOpen(request) && (
        <>
          {writing}
          <ClarifyForm view={view} action={askClarificationAction.bind(...bound)} locale={locale} />
          <ExtendForm view={view} action={extendDeadlineAction.bind(...bound)} locale={locale} />
          {record}
        </>
      )}
    </Desk>
  );
}

/** One claim: what is asked, the decision there is, and the form to decide or to change it. */
function ClaimPanel({ view, claim, mayDecide, locale }: { view: CaseView; claim: Claim; mayDecide: boolean; locale: Locale }) {
  const { office, law } = messages(locale);
  const text = office.handle;
  const answers = view.caseFile?.claims[claim.id];
  const { reference, version } = view.request;
  const rows = [...(answers ? answerRows(answers, locale) : []), ...(claim.decision ? decisionRows(view, claim, locale) : [])];
  const form = (
    <DecideForm
      action={decideClaimAction.bind(null, reference, version)}
      claim={claim}
      isMarketing={isMarketing(view, claim.id)}
      proposed={proposalFor(view.request, claim)}
      explanation={view.caseFile?.explanations[claim.id] ?? ""}
      replyLocale={view.request.locale}
      locale={locale}
    />
  );
  return (
    <section className="panel" aria-labelledby={`of-${claim.id}`}>
      <Heading level={2} id={`of-${claim.id}`}>{law.right[claim.right].short}</Heading>
      {rows.length > 0 && <SummaryList rows={rows} />}
      {claim.right === "human-review" && mayDecide && <Notice tone="info"><p>{text.reviewer}</p></Notice>}
      {mayDecide && claim.decision && <p><a href={`#decide-${claim.id}`}>{text.change}</a> <span className="quiet">{text.decideHint}</span></p>}
      {mayDecide && <div id={`decide-${claim.id}`} className={claim.decision ? "decide decide-again" : "decide"}>{form}</div>}
    </section>
  );
}
