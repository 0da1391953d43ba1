import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Begin } from "@/components/ask/begin";
import { StartPage } from "@/components/ask/start-page";
import type { Locale } from "@/lib/i18n/locale";
import { messages } from "@/lib/i18n/messages";
import { areCombinable, type Right, rights } from "@/lib/law/rights";
import { currentDraft } from "@/lib/server/reads/draft";
import { start } from "../actions";

type Props = { params: Promise<{ locale: Locale; right: Right }>; searchParams: Promise<{ gone?: string; begun?: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, right } = await params;
  return { title: rights.includes(right) ? messages(locale).law.right[right].name : undefined };
}

/** The first page of a right. Opening it changes nothing; its button starts a draft. */
export default async function AskStart({ params, searchParams }: Props) {
  const { locale, right } = await params;
  if (!rights.includes(right)) notFound();
  const current = await currentDraft();
  const begun = current?.draft?.claims.map((claim) => claim.right) ?? null;
  const mayAdd = begun !== null && !begun.includes(right) && areCombinable([...begun, right]);
  const query = await searchParams;
  const { start: words } = messages(locale).ask;
  const notice = query.gone === "1" && !begun ? words.gone : query.begun === "1" && begun ? words.other : null;
  return (
    <StartPage right={right} words={messages(locale)} notice={notice}>
      <Begin action={start.bind(null, locale, right, begun ? (current?.id ?? null) : null)} words={messages(locale)} right={right} begun={begun} mayAdd={mayAdd} />
    </StartPage>
  );
}
