import "server-only";
import { redirect } from "next/navigation";
import { messages } from "@/lib/i18n/messages";
import type { Locale } from "@/lib/i18n/locale";
import type { Typed } from "@/lib/request/ask/draft";
import type { FormState } from "@/lib/request/form-state";
import { setPassword } from "../set-up";

type Sent = { locale: Locale; args: readonly unknown[]; typed: Typed; state: FormState };

/** Sets the password behind a one-time link, typed twice; only this spends the link. The passwords are never sent back. */
export async function setUpForm({ locale, args, typed, state }: Sent): Promise<FormState> {
  const text = messages(locale).office.setUp;
  const wrong = (errors: Record<string, string>): FormState => ({ errors, refusal: null, typed: {}, attempt: state.attempt + 1 });
  const { password, again } = typed;
  if (typeof password !== "string" || password === "") return wrong({ password: text.missing });
  if (password !== again) return wrong({ again: text.mismatch });
  const done = await setPassword(typeof args[0] === "string" ? args[0] : "", password);
  if ("ok" in done) redirect(`/office/sign-in?done=password&lang=${locale}`);
  if ("gone" in done) return { ...wrong({}), refusal: `${text.goneTitle}. ${text.gone}` };
  const words = { "too-short": text.tooShort, "too-long": text.tooLong, "password-common": text.common };
  return wrong({ password: words[done.error as keyof typeof words] ?? text.tooShort });
}
