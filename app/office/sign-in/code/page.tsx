import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { CodeField, RecoveryField } from "@/components/office/app-steps";
import { Door } from "@/components/office/door";
import { PasskeyButton } from "@/components/office/passkey-button";
import { ActionForm } from "@/components/ui/action-form";
import { Submit } from "@/components/ui/submit";
import { messages } from "@/lib/i18n/messages";
import { signInStanding } from "@/lib/server/reads/second-factor";
import { localeOf, otherLanguage } from "../locale-of";
import { enterCodeAction, passkeyOptionsAction } from "./actions";

type Props = { searchParams: Promise<{ lang?: string; with?: string }> };

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  return { title: messages(await localeOf(searchParams)).signIn.code.title };
}

/** After the password, the code of the app or a recovery code. Nobody is signed in yet. security.md AU1. */
export default async function CodePage({ searchParams }: Props) {
  const locale = await localeOf(searchParams);
  const standing = await signInStanding();
  if (standing?.next !== "code") redirect(`/office/sign-in${standing ? "/factor" : ""}?lang=${locale}`);
  const isRecovery = (await searchParams).with === "recovery";
  const { office, signIn: { code: text, passkeys } } = messages(locale);
  return (
    <Door title={text.title} locale={locale} other={otherLanguage(locale)}>
      {!isRecovery && <p>{text.lead}</p>}
      <ActionForm action={enterCodeAction.bind(null, locale)} problem={office.problem}>
        {isRecovery ? <RecoveryField locale={locale} /> : <CodeField locale={locale} />}
        <Submit>{text.submit}</Submit>
        {standing.hasPasskey && <PasskeyButton ask={passkeyOptionsAction} way="give" label={passkeys.give} failed={passkeys.failed} />}
      </ActionForm>
      <p><a href={isRecovery ? `?lang=${locale}` : `?lang=${locale}&with=recovery`}>{isRecovery ? text.toApp : text.toRecovery}</a></p>
      {isRecovery && <p className="quiet">{text.lost}</p>}
      <p><a href={`/office/sign-in?lang=${locale}`}>{text.again}</a></p>
    </Door>
  );
}
