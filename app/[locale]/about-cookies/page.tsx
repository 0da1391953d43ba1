import type { Metadata } from "next";
import { SummaryList } from "@/components/ui/summary-list";
import type { Locale } from "@/lib/i18n/locale";
import { messages } from "@/lib/i18n/messages";

type Props = { params: Promise<{ locale: Locale }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: messages((await params).locale).site.cookies.title };
}

/** Which cookies there are: the essential ones only, hence no banner. */
export default async function AboutCookies({ params }: Props) {
  const { locale } = await params;
  const { cookies } = messages(locale).site;
  return (
    <div className="stack">
      <div className="prose">
        <h1>{cookies.title}</h1>
        <p className="lead">{cookies.lead}</p>
      </div>
      <SummaryList rows={cookies.list.map(({ name, purpose, lasts }) => ({ term: name, detail: `${purpose}\n${lasts}` }))} />
      <div className="prose">
        <h2>{cookies.withdrawTitle}</h2>
        <p>{cookies.withdraw}</p>
        <p><a href={`/${locale}/ask/withdraw-consent`}>{cookies.withdrawLink}</a></p>
      </div>
    </div>
  );
}
