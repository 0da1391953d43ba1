import { SummaryList } from "@/components/ui/summary-list";
import type { Locale } from "@/lib/i18n/locale";
import { messages } from "@/lib/i18n/messages";
import type { CaseView } from "./case-view";

/** What the person asked by letter, mail, call or visit, as it was said; nothing where they answered the form. */
export function InTheirWords({ view: { request, caseFile }, locale }: { view: Pick<CaseView, "request" | "caseFile">; locale: Locale }) {
  if (!caseFile?.words) return null;
  return <SummaryList rows={[{ term: messages(locale).record.inTheirWords, detail: <span className="as-typed" lang={request.locale}>{caseFile.words}</span> }]} />;
}
