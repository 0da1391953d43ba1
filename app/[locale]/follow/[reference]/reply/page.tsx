import type { Metadata } from "next";
import { ReplyLetter } from "@/components/follow/reply-letter";
import { SpacePage } from "@/components/follow/space-page";
import { Notice } from "@/components/ui/notice";
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
  const [newest, ...earlier] = view.replies;
  const rows = view.claims.flatMap(({ right, outcome }) =>
    outcome ? [{ term: law.right[right].name, detail: <><strong>{law.outcome[outcome]}</strong><br />{law.outcomeMeaning[outcome]}</> }] : [],
  );
  return (
    <SpacePage title={words.title} locale={locale} reference={view.reference} problem={null}>
      {newest ? (
        <>
          {view.mayReopen && <Notice tone="warning" title={words.stillOpen}><p>{words.stillHow}</p><p><a className="button button-primary" href={`/${locale}/follow/${view.reference}/check`}>{words.stillSend}</a></p></Notice>}
          {rows.length > 0 && <SummaryList rows={rows} />}
          <ReplyLetter reply={newest} written={view.written} locale={locale} />
          {earlier.map((reply) => (
            <section key={reply.id} className="stack-tight" aria-labelledby={reply.id}>
              <h2 id={reply.id}>{words.earlier}</h2>
              <ReplyLetter reply={reply} written={view.written} locale={locale} />
            </section>
          ))}
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
