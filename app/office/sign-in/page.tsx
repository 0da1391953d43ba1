import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { ActionForm } from "@/components/ui/action-form";
import { Heading } from "@/components/ui/heading";
import { Notice } from "@/components/ui/notice";
import { Submit } from "@/components/ui/submit";
import { TextField } from "@/components/ui/text-field";
import { isLocale } from "@/lib/i18n/locale";
import { messages } from "@/lib/i18n/messages";
import { currentStaff, preferredLocale } from "@/lib/server/session";
import { signInAction } from "./actions";

type Props = { searchParams: Promise<{ lang?: string; done?: string }> };

async function localeOf(searchParams: Props["searchParams"]) {
  const { lang } = await searchParams;
  return typeof lang === "string" && isLocale(lang) ? lang : preferredLocale();
}

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
  const other = locale === "fr" ? "en" : "fr";
  const news = done === "out" ? text.ended : done === "password" ? office.setUp.ready : null;
  return (
    <>
      <header className="door-top"><span className="office-name">{office.site}</span> <a href={`/office/sign-in?lang=${other}`} lang={other} hrefLang={other}>{text.otherLanguage}</a></header>
      <main id="main" tabIndex={-1} className="door" lang={locale}>
        <div className="panel door-panel">
          <Heading>{text.title}</Heading>
          <p className="quiet">{text.lead}</p>
          {news && <Notice tone="success" role="status"><p>{news}</p></Notice>}
          <ActionForm action={signInAction.bind(null, locale)} problem={office.problem}>
            <TextField name="email" label={text.email} type="email" autoComplete="username" inputMode="email" spellCheck={false} />
            <TextField name="password" label={text.password} type="password" autoComplete="current-password" />
            <Submit>{text.submit}</Submit>
          </ActionForm>
          <p className="quiet">{text.forgotten}</p>
        </div>
      </main>
    </>
  );
}
