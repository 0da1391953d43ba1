import type { CaseView } from "@/components/office/case-view";
import { isByPost, mayAny } from "@/components/office/case-view";
import { Notice } from "@/components/ui/notice";
import type { Locale } from "@/lib/i18n/locale";
import { messages } from "@/lib/i18n/messages";
import type { FormAction } from "@/lib/request/form-state";
import { mayBeWrittenTo } from "@/lib/request/case-file";
import { isOpen } from "@/lib/request/request";
import { NoteForm, type NoteExtras } from "./note-form";
import { WriteForm } from "./write-form";

type Props = { view: CaseView; ask: FormAction; note: FormAction; extras: NoteExtras; locale: Locale };

/** To the person and to colleagues. While the request is open one asks; once it is answered one writes, and the request stays closed. */
export function Writing({ view, ask, note, extras, locale }: Props) {
  const { office: { handle: text, problem }, record: { post } } = messages(locale);
  const { request, caseFile } = view;
  const isPosted = isByPost(view);
  const toPerson = isOpen(request)
    ? { name: "question", title: text.question, hint: isPosted ? post.questionHint : text.questionHint, label: text.questionBody, submit: text.questionSubmit }
    : { name: "question", title: text.write, hint: isPosted ? post.writeHint : text.writeHint, label: text.writeBody, submit: text.writeSubmit };
  const isUnread = request.state === "message-after-reply";
  const toTeam = isUnread ? { title: text.read, hint: text.readHint } : { title: text.note, hint: text.noteHint };
  return (
    <div className="columns">
      {mayAny(view, "askQuestion") && (caseFile && mayBeWrittenTo(caseFile) ? <WriteForm action={ask} {...toPerson} problem={problem} lang={request.locale} /> : <Notice tone="info"><p>{text.noAddress}</p></Notice>)}
      {mayAny(view, "addNote") && <NoteForm action={note} reference={request.reference} {...toTeam} {...extras} locale={locale} />}
    </div>
  );
}
