import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { Door } from "@/components/office/door";
import { ActionForm } from "@/components/ui/action-form";
import { Notice } from "@/components/ui/notice";
import { Submit } from "@/components/ui/submit";
import { TextField } from "@/components/ui/text-field";
import { messages } from "@/lib/i18n/messages";
import { currentStaff } from "@/lib/server/session";
import { localeOf } from "./locale-of";
import { signInAction } from "./actions";

type Props = { searchParams: Promise<{ lang?: string; done?: string }> };

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  return { title: messages(await localeOf(searchParams)).office.signIn.title };
}

/** Sign in with e-mail and password. Whoever is signed in goes on to the queue. */
export default async function SignInPage({ searchParams }: Props) {
  if (await currentStaff()) redirect("/office");
  const locale = await localeOf(searchParams);
  const { done } = await searchParams;
  const { office } = messages(locale);
  const text = office.signIn;
  const { forgotten, sessions } = messages(locale).signIn;
  const news = { out: text.ended, password: office.setUp.ready, forgotten: forgotten.sent, factor: sessions.factorRemoved }[done ?? ""];
  return (
    <Door title={text.title} locale={locale} other={`/office/sign-in?lang=${locale === "fr" ? "en" : "fr"}`}>
      <p className="quiet">{text.lead}</p>
      {news && <Notice tone="success" role="status"><p>{news}</p></Notice>}
      <ActionForm action={signInAction.bind(null, locale)} problem={office.problem}>
        <TextField name="email" label={text.email} type="email" autoComplete="username" inputMode="email" spellCheck={false} />
        <TextField name="password" label={text.password} type="password" autoComplete="current-password" />
        <Submit>{text.submit}</Submit>
      </ActionForm>
      <p><a href={`/office/sign-in/forgotten?lang=${locale}`}>{forgotten.link}</a></p>
    </Door>
  );
}
