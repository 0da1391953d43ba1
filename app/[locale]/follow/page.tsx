import type { Metadata } from "next";
import { ActionForm } from "@/components/ui/action-form";
import { Notice } from "@/components/ui/notice";
import { Submit } from "@/components/ui/submit";
import { TextField } from "@/components/ui/text-field";
import type { Locale } from "@/lib/i18n/locale";
import { messages } from "@/lib/i18n/messages";
import { parseReference } from "@/lib/request/reference";
import { controller } from "@/lib/server/reads/controller";
import { requesterActor } from "@/lib/server/session";
import { find } from "./actions";

type Props = { params: Promise<{ locale: Locale }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: messages((await params).locale).follow.find.title };
}

/** Reference and address, for a code by e-mail. */
export default async function Find({ params, searchParams }: Props) {
  const { locale } = await params;
  const { reference, ended, closed } = await searchParams;
  const { follow } = messages(locale);
  const { find: words } = follow;
  const given = parseReference(reference);
  const open = await requesterActor();
  const { dpoEmail } = controller();
  return (
    <div className="stack">
      <h1>{words.title}</h1>
      {closed && !open && <Notice tone="success" title={follow.signedOut} role="status" />}
      {ended && !open && <Notice tone="info" role="status"><p>{given ? words.codeFirst : follow.expired}</p></Notice>}
      {open && <Notice tone="info"><p>{words.alreadyOpen} <a href={`/${locale}/follow/${open.reference}`}>{words.goToRequest(open.reference)}</a></p></Notice>}
      <p className="lead prose">{words.lead}</p>
      <ActionForm action={find.bind(null, locale)} problem={follow.problem}>
        <TextField name="reference" label={words.reference} hint={words.referenceHint} width="s" autoComplete="off" spellCheck={false} defaultValue={given ?? ""} />
        <TextField name="email" label={words.email} hint={words.emailHint} type="email" autoComplete="email" width="m" />
        <Submit>{words.submit}</Submit>
      </ActionForm>
      <div className="prose">
        <h2>{words.lostTitle}</h2>
        <p>{words.lost(dpoEmail)}</p>
      </div>
    </div>
  );
}
