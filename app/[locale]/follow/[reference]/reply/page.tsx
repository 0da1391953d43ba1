import type { Metadata } from "next";
import { FileList } from "@/components/follow/file-list";
import { SpacePage } from "@/components/follow/space-page";
import { DateText } from "@/components/ui/date-text";
import { ReplyBody } from "@/components/ui/reply-body";
import { SummaryList } from "@/components/ui/summary-list";
import type { Locale } from "@/lib/i18n/locale";
import { messages } from "@/lib/i18n/messages";
import { spaceOf } from "@/lib/server/reads/follow";

type Props = { params: Promise<{ locale: Locale; reference: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: messages((await params).locale).follow.reply.title };
}

/** The answer: what was decided in a line for each right, the letter, the files. Printed, it is a letter. */
export default async function Reply({ params }: Props) {
  const { locale, reference } = await params;
  const view = await spaceOf(locale, reference);
  const { follow, law } = messages(locale);
  const { reply: words } = follow;
  const rows = view.claims.flatMap(({ right, outcome }) =>
    outcome ? [{ term: law.right[right].name, detail: <><strong>{law.outcome[outcome]}</strong><br />{law.outcomeMeaning[outcome]}</> }] : [],
  );
  return (
    <SpacePage title={words.title} locale={locale} reference={view.reference} problem={null}>
      {view.reply ? (
        <>
          {view.closedOn && <p>{words.sentOn} <DateText date={view.closedOn} locale={locale} /></p>}
          {rows.length > 0 && <SummaryList rows={rows} />}
          <ReplyBody body={view.reply.body} />
          {view.reply.filesUntil && view.reply.files.length === 0 && <p>{words.filesGone}</p>}
          {view.reply.files.length > 0 && (
            <section className="stack-tight" aria-labelledby="files">
              <h2 id="files">{words.files}</h2>
              {view.reply.filesUntil && <p>{words.filesUntil} <DateText date={view.reply.filesUntil} locale={locale} />. {words.filesWhy}</p>}
              <FileList files={view.reply.files} locale={locale} label={words.files} kind="download" />
            </section>
          )}
          <div className="prose no-print">
            <p className="small">{words.print}</p>
            <p>{words.disagree}</p>
          </div>
        </>
      ) : (
        <p>{view.isPurged ? follow.space.purged : words.notYet}</p>
      )}
    </SpacePage>
  );
}
