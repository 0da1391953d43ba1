import type { Metadata } from "next";
import { Door } from "@/components/office/door";
import { ActionForm } from "@/components/ui/action-form";
import { Submit } from "@/components/ui/submit";
import { TextField } from "@/components/ui/text-field";
import { messages } from "@/lib/i18n/messages";
import { setUpLink } from "@/lib/server/reads/set-up";
import { localeOf } from "../../sign-in/locale-of";
import { setPasswordAction } from "./actions";

type Props = { params: Promise<{ token: string }>; searchParams: Promise<{ lang?: string }> };

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
  return (
    <Door title={link ? text.title : text.goneTitle} locale={locale} other={`?lang=${locale === "fr" ? "en" : "fr"}`}>
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
    </Door>
  );
}
