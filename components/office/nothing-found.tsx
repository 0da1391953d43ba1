import { Notice } from "@/components/ui/notice";
import type { Locale } from "@/lib/i18n/locale";
import { messages } from "@/lib/i18n/messages";

/** A search without a result, and what to try; or one whose address is of another session. */
export function NothingFound({ isEnded, isFiltered, locale }: { isEnded: boolean; isFiltered: boolean; locale: Locale }) {
  const { search } = messages(locale);
  if (isEnded) return <Notice tone="info" title={search.endedTitle}><p>{search.ended}</p></Notice>;
  return (
    <Notice tone="info" title={search.noneTitle}>
      {isFiltered && <p>{search.noneFiltered}</p>}
      <p>{search.none}</p>
    </Notice>
  );
}
