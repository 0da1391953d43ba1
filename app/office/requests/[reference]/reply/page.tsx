import type { Metadata } from "next";
import { LateRefusal } from "@/components/handle/late-refusal";
import { CaseHead } from "@/components/office/case-head";
import { OthersHere } from "@/components/office/others-here";
import { type CaseView, isByPost, mayAny } from "@/components/office/case-view";
import { DoneNotice } from "@/components/office/done-notice";
import { Attachments } from "@/components/reply/attachments";
import { DraftForm } from "@/components/reply/draft-form";
import { Preview } from "@/components/reply/preview";
import { SendPanel } from "@/components/reply/send-panel";
import { TasksOpen } from "@/components/reply/tasks-open";
import { Undecided } from "@/components/reply/undecided";
import { dayWords } from "@/lib/i18n/dates";
import { Notice } from "@/components/ui/notice";
import type { Locale } from "@/lib/i18n/locale";
import { messages } from "@/lib/i18n/messages";
import { wayToWrite } from "@/lib/request/case-file";
import { isOpen, owedClaims } from "@/lib/request/request";
import { isRefusal } from "@/lib/law/outcomes";
import { replyTemplate } from "@/lib/letters/reply/reply-template";
import { controller } from "@/lib/server/reads/controller";
import { commonAnswer } from "@/lib/server/reads/incidents";
import { refusalSenders } from "@/lib/server/reads/staff";
import { othersHere } from "@/lib/server/reads/others-here";
import { present } from "@/lib/server/reads/present";
import { hasProved } from "@/lib/server/reads/second-factor";
import { Desk } from "../../../desk";
import { type CaseParams, openCase, titleFacts } from "../open-case";
import { draftReplyAction, sendReplyAction } from "./actions";

type Props = { params: CaseParams; searchParams: Promise<{ done?: string; template?: string; upload?: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, reference } = await titleFacts(params);
  return { title: `${messages(locale).office.reply.title} – ${reference}` };
}

/** Write the answer from its template, attach files, read it as the person will, send it. */
export default async function ReplyPage({ params, searchParams }: Props) {
  const { actor, view, locale, reference } = await openCase(params);
  const { office: { reply: text }, record } = messages(locale);
  const { done, template, upload } = await searchParams;
  const { request, caseFile } = view;
  const bound = [null, reference, request.version] as const;
  const draft = caseFile?.replyDraft ?? null;
  const files = view.files.filter((file) => file.purpose === "reply" && !caseFile?.replies.some(({ fileIds }) => fileIds.includes(file.id)));
  const leaving = files.filter(({ pending, scan }) => pending && scan !== "infected");
  const mayWrite = mayAny(view, "draftReply") && caseFile !== null;
  const isTemplate = draft === null || template === "1";
  const hasRefusal = owedClaims(request).some((claim) => claim.decision && isRefusal(claim.decision.outcome));
  return (
    <Desk actor={actor} place="queue">
      <CaseHead view={view} stage={text.title} locale={locale} />
      {isOpen(request) && <OthersHere others={await othersHere(actor, reference)} timeZone={present().timeZone} locale={locale} />}
      <LateRefusal view={view} locale={locale} />
      <DoneNotice done={done} locale={locale} />
      {request.closedOn ? (
        !caseFile?.replies.length && <Notice tone="info"><p>{text.closed}</p></Notice>
      ) : (
        <>
          <Undecided view={view} locale={locale} />
          {draft && <p className="reply-jump"><a href="#files">{text.files}</a> <a href="#preview">{text.preview}</a> {mayAny(view, "sendReply") && <a href="#send">{text.sendTitle}</a>}</p>}
          <div className="reply">
            {mayWrite && (
              <section aria-label={text.write}>
                <p>{text.language(text.inLanguage[request.locale])}</p>
                <DraftForm
                  action={draftReplyAction.bind(...bound)}
                  body={isTemplate ? replyTemplate({ request, caseFile, limit: view.limit, controller: controller(), locale: request.locale, common: await commonAnswer(actor, request.incidentId, request.locale) }) : draft.body}
                  isTemplate={isTemplate}
                  replyLocale={request.locale}
                  locale={locale}
                />
                {!isTemplate && <p><a href="?template=1">{text.template}</a></p>}
              </section>
            )}
            <div>
              <Attachments files={files} reference={reference} problem={upload} mayChange={mayWrite} mayOpen={actor.permissions.has("file.view")} locale={locale} />
              <Preview body={draft?.body ?? null} title={text.preview} hint={isByPost(view) ? record.post.previewHint : text.previewHint} files={leaving} replyLocale={request.locale} locale={locale} />
              {mayAny(view, "sendReply") && draft && <TasksOpen tasks={view.tasks} reference={reference} locale={locale} />}
              {mayAny(view, "sendReply") && draft && (
                <SendPanel
                  proveAt={hasProved(actor) ? null : `/office/requests/${reference}/reply`}
                  action={sendReplyAction.bind(...bound)}
                  body={draft.body}
                  files={leaving}
                  way={caseFile && wayToWrite(caseFile.requester)}
                  handToPostBy={view.limit.handToPostOn >= view.today ? dayWords(view.limit.handToPostOn, locale) : null}
                  hasRefusal={hasRefusal}
                  maySendRefusal={actor.permissions.has("refusal.send")}
                  senders={hasRefusal ? await refusalSenders(actor) : []}
                  locale={locale}
                />
              )}
            </div>
          </div>
        </>
      )}
      <SentReplies view={view} locale={locale} />
    </Desk>
  );
}

/** Every answer as it was sent, the newest first. */
function SentReplies({ view: { request, caseFile, files, timeline }, locale }: { view: CaseView; locale: Locale }) {
  const text = messages(locale).office.reply;
  const on = (id: string) => dayWords(timeline.find((event) => event.id === id)?.on ?? request.receivedOn, locale);
  return [...(caseFile?.replies ?? [])].reverse().map((reply, index) => (
    <Preview key={reply.id} id={reply.id} body={reply.body} title={index === 0 && request.closedOn ? text.sent : text.earlier} hint={text.sentOn(on(reply.id))} files={files.filter((file) => reply.fileIds.includes(file.id))} replyLocale={request.locale} locale={locale} />
  ));
}
