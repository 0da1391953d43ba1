import { countWords } from "@/lib/i18n/numbers";
import type { Locale } from "@/lib/i18n/locale";
import { messages } from "@/lib/i18n/messages";
import type { ImportState } from "@/lib/request/import/import-state";
import { LookAgain } from "./look-again";

type View = { id: string; state: ImportState; percent: number; doneLines: number; lines: number };

/** How far the work is. Without JavaScript a link looks again; with it the page does so by itself. */
export function ImportProgress({ view: { id, state, percent, doneLines, lines }, locale }: { view: View; locale: Locale }) {
  const { registerImport: text } = messages(locale);
  return (
    <section className="panel import-progress">
      <progress max={100} value={percent} aria-label={text.progressLabel}>{percent}</progress>
      <p role="status">{state === "importing" ? text.progress(countWords(doneLines, locale), countWords(lines, locale)) : text.checkedSoFar(countWords(lines, locale))}</p>
      <p className="quiet">{text.leave}</p>
      <p><a href={`/office/import/${id}`}>{text.refresh}</a></p>
      <LookAgain everyMs={2_000} />
    </section>
  );
}
