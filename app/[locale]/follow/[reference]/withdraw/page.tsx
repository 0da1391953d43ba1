import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { SpacePage } from "@/components/follow/space-page";
import { ActionForm } from "@/components/ui/action-form";
import { Submit } from "@/components/ui/submit";
import type { Locale } from "@/lib/i18n/locale";
import { messages } from "@/lib/i18n/messages";
import { spaceOf } from "@/lib/server/reads/follow";
import { withdraw } from "./actions";

type Props = { params: Promise<{ locale: Locale; reference: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: messages((await params).locale).follow.withdraw.title };
}

/** What withdrawing means; only the button does it. */
export default async function Withdraw({ params }: Props) {
  const { locale, reference } = await params;
  const view = await spaceOf(locale, reference);
  if (!view.mayWithdraw) notFound();
  const { follow } = messages(locale);
  const { withdraw: words } = follow;
  return (
    <SpacePage title={words.title} locale={locale} reference={view.reference} problem={null}>
      <div className="prose">
        <p className="lead">{words.lead}</p>
        <ul>{words.points.map((point) => <li key={point}>{point}</li>)}</ul>
      </div>
      <ActionForm action={withdraw.bind(null, locale, view.reference)} problem={follow.problem}>
        <div className="button-row">
          <Submit variant="danger">{words.submit}</Submit>
          <a href={`/${locale}/follow/${view.reference}`}>{words.keep}</a>
        </div>
      </ActionForm>
    </SpacePage>
  );
}
