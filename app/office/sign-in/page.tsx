import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { CompanyRefusal, CompanySignIn } from "@/components/office/company-sign-in";
import { Door } from "@/components/office/door";
import { ActionForm } from "@/components/ui/action-form";
import { Heading } from "@/components/ui/heading";
import { Notice } from "@/components/ui/notice";
import { Submit } from "@/components/ui/submit";
import { TextField } from "@/components/ui/text-field";
import { messages } from "@/lib/i18n/messages";
import { signInWays } from "@/lib/server/reads/sign-on";
import { currentStaff } from "@/lib/server/session";
import { localeOf } from "./locale-of";
import { signInAction } from "./actions";

type Props = { searchParams: Promise<{ lang?: string; done?: string; sso?: string; with?: string }> };

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  return { title: messages(await localeOf(searchParams)).office.signIn.title };
}

/** Sign in with the company account where there is one, or with e-mail and password. Whoever is signed in goes on to the queue. */
export default async function SignInPage({ searchParams }: Props) {
  if (await currentStaff()) redirect("/office");
  const locale = await localeOf(searchParams);
  const { done, sso, with: way } = await searchParams;
  const { hasCompany, isOnly } = signInWays();
  const { office } = messages(locale);
  const text = office.signIn;
  const { forgotten, sessions, company } = messages(locale).signIn;
  const news = { out: text.ended, password: office.setUp.ready, forgotten: forgotten.sent, factor: sessions.factorRemoved }[done ?? ""];
  return (
    <Door title={text.title} locale={locale} other={`/office/sign-in?lang=${locale === "fr" ? "en" : "fr"}`}>
      <p className="quiet">{text.lead}</p>
      {news && <Notice tone="success" role="status"><p>{news}</p></Notice>}
      <CompanyRefusal code={sso} locale={locale} />
      {hasCompany && <CompanySignIn locale={locale} />}
      {hasCompany && !isOnly && <Heading level={2}>{company.or}</Heading>}
      {isOnly && way === "password" && <p>{company.emergency}</p>}
      {(!isOnly || way === "password") && (
        <>
          <ActionForm action={signInAction.bind(null, locale)} problem={office.problem}>
            <TextField name="email" label={text.email} type="email" autoComplete="username" inputMode="email" spellCheck={false} />
            <TextField name="password" label={text.password} type="password" autoComplete="current-password" />
            <Submit variant={hasCompany ? "secondary" : undefined}>{text.submit}</Submit>
          </ActionForm>
          <p><a href={`/office/sign-in/forgotten?lang=${locale}`}>{forgotten.link}</a></p>
        </>
      )}
    </Door>
  );
}
