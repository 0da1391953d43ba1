import { ProveFirst } from "@/components/office/prove-first";
import { Heading } from "@/components/ui/heading";
import { Notice } from "@/components/ui/notice";
import { Submit } from "@/components/ui/submit";
import { SummaryList } from "@/components/ui/summary-list";
import { countWords } from "@/lib/i18n/numbers";
import type { Locale } from "@/lib/i18n/locale";
import { messages } from "@/lib/i18n/messages";
import type { ImportState } from "@/lib/request/import/import-state";

type Counted = { lines: number; ready: number; imported: number; known: number; changed: number; wrong: number; warned: number; unknownColumns: number };
type Props = { view: Counted & { id: string; state: ImportState }; /** Null where a proof of who one is comes first. */ action: (() => Promise<void>) | null; locale: Locale };

/** What was found, with the button that goes on; or what was done. */
export function ImportResult({ view, action, locale }: Props) {
  const { registerImport: text, signIn } = messages(locale);
  const { result } = text;
  const isDone = view.state === "done";
  const names = ["lines", isDone ? "imported" : "ready", "known", "changed", "wrong", ...(isDone ? [] : (["warned", "unknownColumns"] as const))] as const;
  const shown = names.filter((name, index) => index < 2 || view[name] > 0);
  return (
    <section aria-labelledby="result" className="import-result">
      {isDone && <Notice tone="success" role="status"><p>{text.applied(countWords(view.imported, locale), view.imported === 1)} <a href="/office">{text.see}</a></p></Notice>}
      <Heading level={2} id="result">{isDone ? result.done : result.checked}</Heading>
      <SummaryList rows={shown.map((name) => ({ term: result[name], detail: countWords(view[name], locale) }))} />
      {!isDone && (view.ready === 0 ? <p>{text.nothing}</p> : !action ? <ProveFirst text={text.proveFirst} label={signIn.account.prove} back={`/office/import/${view.id}`} /> : (
        <form action={action} className="panel">
          <p className="prose">{text.applyHint}</p>
          <Submit>{text.apply(countWords(view.ready, locale), view.ready === 1)}</Submit>
        </form>
      ))}
    </section>
  );
}
