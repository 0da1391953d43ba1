import { Notice } from "@/components/ui/notice";
import type { SignOnRefusal } from "@/lib/access/sign-on";
import { signOnRefusals } from "@/lib/access/sign-on";
import type { Locale } from "@/lib/i18n/locale";
import { messages } from "@/lib/i18n/messages";

/** The way to the company's own sign-in: a link, so that no form leaves this site. */
export function CompanySignIn({ locale }: { locale: Locale }) {
  return <p><a className="button button-primary" href={`/api/sign-on?lang=${locale}`}>{messages(locale).signIn.company.button}</a></p>;
}

/** Why it did not open, from `?sso=<code>`; nothing for a word we do not know. */
export function CompanyRefusal({ code, locale }: { code: string | undefined; locale: Locale }) {
  const known = signOnRefusals.find((one): one is SignOnRefusal => one === code);
  return known ? <Notice tone="warning" role="alert"><p>{messages(locale).signIn.company.refused[known]}</p></Notice> : null;
}
