import type { Metadata } from "next";
import { Door } from "@/components/office/door";
import { ActionForm } from "@/components/ui/action-form";
import { Submit } from "@/components/ui/submit";
import { TextField } from "@/components/ui/text-field";
import { messages } from "@/lib/i18n/messages";
import { localeOf, otherLanguage } from "../locale-of";
import { forgottenAction } from "./actions";

type Props = { searchParams: Promise<{ lang?: string }> };

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  return { title: messages(await localeOf(searchParams)).signIn.forgotten.title };
}

/** Asks for a link by which one chooses another password. */
export default async function ForgottenPage({ searchParams }: Props) {
  const locale = await localeOf(searchParams);
  const { office, signIn: { forgotten: text } } = messages(locale);
  return (
    <Door title={text.title} locale={locale} other={otherLanguage(locale)}>
      <p>{text.lead}</p>
      <ActionForm action={forgottenAction.bind(null, locale)} problem={office.problem}>
        <TextField name="email" label={text.email} type="email" autoComplete="username" inputMode="email" spellCheck={false} />
        <Submit>{text.submit}</Submit>
      </ActionForm>
      <p><a href={`/office/sign-in?lang=${locale}`}>{text.back}</a></p>
    </Door>
  );
}
