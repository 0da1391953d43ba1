import type { CaseView } from "@/components/office/case-view";
import { Notice } from "@/components/ui/notice";
import type { Locale } from "@/lib/i18n/locale";
import { messages } from "@/lib/i18n/messages";

/** What stands between a case and its answer: claims not yet decided. Nothing when all are. */
export function Undecided({ view: { request }, locale }: { view: CaseView; locale: Locale }) {
  const { office, law } = messages(locale);
  const open = request.claims.filter((claim) => !claim.decision);
  if (open.length === 0) return null;
  return (
    <Notice tone="warning" title={office.reply.undecided}>
      <p>{open.map(({ right }) => law.right[right].short).join(", ")}</p>
      <p><a href={`/office/requests/${request.reference}/handle`}>{office.reply.toHandle}</a></p>
    </Notice>
  );
}
