import type { Metadata } from "next";
import { ActionForm } from "@/components/ui/action-form";
import { Submit } from "@/components/ui/submit";
import { TextField } from "@/components/ui/text-field";
import type { Locale } from "@/lib/i18n/locale";
import { messages } from "@/lib/i18n/messages";
import { enter } from "./actions";

type Props = { params: Promise<{ locale: Locale }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: messages((await params).locale).follow.code.title };
}

/** The six digits from the e-mail. The page is the same whatever was asked for. */
export default async function Code({ params }: Props) {
  const { locale } = await params;
  const { follow } = messages(locale);
  const { code: words } = follow;
  return (
    <div className="stack">
      <h1>{words.title}</h1>
      <div className="prose">
        <p className="lead">{words.lead}</p>
        <p className="small">{words.why}</p>
      </div>
      <ActionForm action={enter.bind(null, locale)} problem={follow.problem}>
        <TextField name="code" label={words.label} hint={words.hint} width="xs" inputMode="numeric" autoComplete="one-time-code" spellCheck={false} />
        <Submit>{words.submit}</Submit>
      </ActionForm>
      <div className="prose">
        <h2>{words.nothingTitle}</h2>
        <ul>{words.nothing.map((line) => <li key={line}>{line}</li>)}</ul>
        <p><a href={`/${locale}/follow`}>{words.again}</a></p>
      </div>
    </div>
  );
}
