import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { SpacePage } from "@/components/follow/space-page";
import { ActionForm } from "@/components/ui/action-form";
import { Notice } from "@/components/ui/notice";
import { Radios } from "@/components/ui/radios";
import { Submit } from "@/components/ui/submit";
import type { Locale } from "@/lib/i18n/locale";
import { messages } from "@/lib/i18n/messages";
import { currentDraft } from "@/lib/server/reads/draft";
import { spaceOf } from "@/lib/server/reads/follow";
import { another } from "./actions";

type Props = { params: Promise<{ locale: Locale; reference: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: messages((await params).locale).related.another.title };
}

/** Another right, asked later: a request of its own, with its own month, and nothing to type again about oneself. */
export default async function Another({ params }: Props) {
  const { locale, reference } = await params;
  const view = await spaceOf(locale, reference);
  if (view.rightsBeside.length === 0) notFound();
  const { follow, law, related: { another: words } } = messages(locale);
  const current = await currentDraft();
  const begun = current?.draft?.claims[0] ?? null;
  return (
    <SpacePage title={words.title} locale={locale} reference={view.reference} problem={null}>
      <div className="prose"><p className="lead">{words.lead(view.reference)}</p><p>{words.known}</p></div>
      {begun && <Notice tone="warning" title={words.begun}><p>{words.begunHint} <a href={`/${locale}/ask/${begun.right}`}>{words.begunGoOn}</a></p></Notice>}
      <ActionForm action={another.bind(null, locale, view.reference, begun ? (current?.id ?? null) : null)} problem={follow.problem} labels={{ right: words.which }}>
        <Radios name="right" legend={words.which} options={view.rightsBeside.map((right) => ({ value: right, label: law.right[right].name, hint: law.right[right].goodFor }))} />
        <Submit>{words.submit}</Submit>
      </ActionForm>
    </SpacePage>
  );
}
