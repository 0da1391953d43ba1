import type { CaseView } from "@/components/office/case-view";
import { Notice } from "@/components/ui/notice";
import type { Locale } from "@/lib/i18n/locale";
import { messages } from "@/lib/i18n/messages";

/** What the person wrote after the reply: read here, before one answers it or notes it as read. */
export function LateMessage({ view: { request, caseFile }, locale }: { view: CaseView; locale: Locale }) {
  const { handle: text } = messages(locale).office;
  const message = caseFile?.messages.findLast(({ from }) => from === "requester");
  return (
    <Notice tone="info" title={text.messageTitle}>
      {message && <blockquote className="event-body" lang={request.locale}>{message.body}</blockquote>}
      {message && message.fileIds.length > 0 && <p>{text.messageFiles}</p>}
      <p>{text.messageHint}</p>
    </Notice>
  );
}
