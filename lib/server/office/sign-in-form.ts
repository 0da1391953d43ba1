import "server-only";
import { redirect } from "next/navigation";
import { messages } from "@/lib/i18n/messages";
import type { Locale } from "@/lib/i18n/locale";
import type { Typed } from "@/lib/request/ask/draft";
import type { FormState } from "@/lib/request/form-state";
import { markSlowed } from "../reached";
import { signIn } from "../sign-in";

type Sent = { locale: Locale; typed: Typed; state: FormState };

/** The sign-in form. One answer for whatever was wrong; the password is never sent back. security.md AU6. */
export async function signInForm({ locale, typed, state }: Sent): Promise<FormState> {
  const text = messages(locale).office.signIn;
  const [email, password] = [one(typed["email"]), one(typed["password"])];
  const again = { typed: { email }, attempt: state.attempt + 1 };
  const errors = { ...(email.trim() ? {} : { email: text.emailMissing }), ...(password ? {} : { password: text.passwordMissing }) };
  if (Object.keys(errors).length > 0) return { ...again, errors, refusal: null };
  const signed = await signIn(email, password);
  if ("to" in signed) redirect(signed.to === "office" ? "/office" : `/office/sign-in/${signed.to}?lang=${locale}`);
  if (signed.error === "slow-down") markSlowed(signed.retryAfterSeconds);
  const refusal = signed.error === "wrong" ? text.wrong : text.slowDown(Math.max(1, Math.ceil(signed.retryAfterSeconds / 60)));
  return { ...again, errors: {}, refusal };
}

function one(value: string | string[] | undefined): string {
  return typeof value === "string" ? value.slice(0, 2000) : "";
}
