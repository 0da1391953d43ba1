import type { CaseView } from "@/components/office/case-view";
import { Notice } from "@/components/ui/notice";
import type { Locale } from "@/lib/i18n/locale";
import { messages } from "@/lib/i18n/messages";

/** What the person wrote after the reply and nobody has settled yet: read here, before one answers it or notes it as read. */
export function LateMessage({ view, locale }: { view: CaseView; locale: Locale }) {
  const { handle: text } = messages(locale).office;
  const unread = unsettled(view);
  return (
    <Notice tone="info" title={text.messageTitle}>
      {unread.map(({ id, body }) => <blockquote key={id} className="event-body" lang={view.request.locale}>{body}</blockquote>)}
      {unread.some(({ fileIds }) => fileIds.length > 0) && <p>{text.messageFiles}</p>}
      <p>{text.messageHint}</p>
    </Notice>
  );
}

/** The person's messages since the reply, or since staff last wrote to them or noted them as read. */
function unsettled({ timeline, caseFile }: CaseView) {
  const settled = timeline.findLastIndex(({ type }) => type === "ReplySent" || type === "QuestionAsked" || type === "NoteAdded");
  const ids = timeline.slice(settled + 1).flatMap((entry) => (entry.type === "MessageReceived" ? [entry.data.messageId] : []));
  return caseFile?.messages.filter(({ id }) => ids.includes(id)) ?? [];
}
