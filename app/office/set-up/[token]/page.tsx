import type { Metadata } from "next";
import { ActionForm } from "@/components/ui/action-form";
import { Heading } from "@/components/ui/heading";
import { Submit } from "@/components/ui/submit";
import { TextField } from "@/components/ui/text-field";
import { isLocale } from "@/lib/i18n/locale";
import { messages } from "@/lib/i18n/messages";
import { setUpLink } from "@/lib/server/reads/set-up";
import { preferredLocale } from "@/lib/server/session";
import { setPasswordAction } from "./actions";

type Props = { params: Promise<{ token: string }>; searchParams: Promise<{ lang?: string }> };

async function localeOf(searchParams: Props["searchParams"]) {
  const { lang } = await searchParams;
  return typeof lang === "string" && isLocale(lang) ? lang : preferredLocale();
}

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  return { title: messages(await localeOf(searchParams)).office.setUp.title };
}

/** A one-time link to choose a password: opening it shows, only the button spends it. security.md AU9. */
export default async function SetUpPage({ params, searchParams }: Props) {
  const locale = await localeOf(searchParams);
  const { token } = await params;
  const link = await setUpLink(token);
  const { office } = messages(locale);
  const text = office.setUp;
  const other = locale === "fr" ? "en" : "fr";
  return (
    <>
      <header className="door-top"><span className="office-name">{office.site}</span> <a href={`?lang=${other}`} lang={other} hrefLang={other}>{office.signIn.otherLanguage}</a></header>
      <main id="main" tabIndex={-1} className="door" lang={locale}>
        <div className="panel door-panel">
          <Heading>{link ? text.title : text.goneTitle}</Heading>
          {link ? (
            <>
              <p>{text.lead(link.name)}</p>
              <ActionForm action={setPasswordAction.bind(null, locale, token)} problem={office.problem}>
                <input type="hidden" name="username" autoComplete="username" value={link.email} />
                <TextField name="password" label={text.password} hint={text.rule} type="password" autoComplete="new-password" />
                <TextField name="again" label={text.again} type="password" autoComplete="new-password" />
                <Submit>{text.submit}</Submit>
              </ActionForm>
            </>
          ) : (
            <>
              <p>{text.gone}</p>
              <p><a href="/office/sign-in">{text.toSignIn}</a></p>
            </>
          )}
        </div>
      </main>
    </>
  );
}
