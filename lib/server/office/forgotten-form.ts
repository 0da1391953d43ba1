import "server-only";
import { redirect } from "next/navigation";
import type { Locale } from "@/lib/i18n/locale";
import { messages } from "@/lib/i18n/messages";
import type { Typed } from "@/lib/request/ask/draft";
import type { FormState } from "@/lib/request/form-state";
import { askPasswordLink } from "../forgotten-password";
import { markSlowed } from "../reached";

type Sent = { locale: Locale; typed: Typed; state: FormState };

/** Asks for a link to choose another password. One answer, whether there is such an account or not. security.md AU6. */
export async function forgottenForm({ locale, typed, state }: Sent): Promise<FormState> {
  const text = messages(locale).signIn;
  const email = typeof typed["email"] === "string" ? typed["email"].slice(0, 2000) : "";
  const again = { typed: { email }, attempt: state.attempt + 1 };
  if (!email.trim()) return { ...again, errors: { email: text.forgotten.emailMissing }, refusal: null };
  const wait = await askPasswordLink(email);
  if (wait > 0) {
    markSlowed(wait);
    return { ...again, errors: {}, refusal: text.code.slowDown(Math.ceil(wait / 60)) };
  }
  redirect(`/office/sign-in?done=forgotten&lang=${locale}`);
}
