import type { CaseView } from "@/components/office/case-view";
import { Notice } from "@/components/ui/notice";
import { dayWords } from "@/lib/i18n/dates";
import type { Locale } from "@/lib/i18n/locale";
import { messages } from "@/lib/i18n/messages";
import { isOpen } from "@/lib/request/request";

/** After an extension a refusal is late once the first month is over, though the reply is not. GDPR Art. 12(4) has no extension. */
export function LateRefusal({ view: { request, limit, today }, locale }: { view: CaseView; locale: Locale }) {
  if (!isOpen(request) || limit.refusalDueOn >= today || limit.dueOn < today) return null;
  return <Notice tone="warning"><p>{messages(locale).office.handle.refusalLate(dayWords(limit.refusalDueOn, locale))}</p></Notice>;
}
