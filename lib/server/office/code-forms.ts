import "server-only";
import { redirect } from "next/navigation";
import type { Locale } from "@/lib/i18n/locale";
import { messages } from "@/lib/i18n/messages";
import type { Typed } from "@/lib/request/ask/draft";
import type { FormState } from "@/lib/request/form-state";
import { currentHalf, letIn, thisDevice } from "../door";
import { markSlowed } from "../reached";
import { enter, enterAfterSetUp, type NotIn, setUpBehindPassword } from "../second-factor/enter";
import type { Half } from "../second-factor/half-session";
import { optionsToGive } from "../second-factor/passkeys";

type Sent = { locale: Locale; typed: Typed; state: FormState };
/** A form's answer that may carry recovery codes, shown in this answer and never again. */
export type CodesState = FormState & { recoveryCodes?: string[] };

/** The code after the password; opens the session. Nothing typed is sent back. */
export async function enterCodeForm({ locale, typed, state }: Sent): Promise<FormState> {
  const half = await requireHalf(locale);
  const code = codeOf(typed);
  if (code === "") return missing(state, locale);
  const entered = await enter(half, code, (await thisDevice()).words);
  if ("error" in entered) return notIn(state, entered, locale, wrongWords(code, locale));
  await letIn(entered);
  redirect("/office");
}

/** The first code of an app set up behind the password: takes it into use and shows the recovery codes, once. Opens nothing yet. */
export async function setUpFactorForm({ locale, typed, state }: Sent): Promise<CodesState> {
  const half = await requireHalf(locale);
  const code = codeOf(typed);
  if (code === "") return missing(state, locale);
  const done = await setUpBehindPassword(half, code);
  if ("error" in done) return notIn(state, done, locale, messages(locale).signIn.setUp.wrong);
  return { errors: {}, refusal: null, typed: {}, attempt: state.attempt + 1, recoveryCodes: done.recoveryCodes };
}

/** What the passkeys of whoever is at the code are to sign; null for who has none. */
export async function passkeyOptionsForm() {
  return optionsToGive((await requireHalf("fr")).staffId);
}

/** Goes in, once the app is set up. */
export async function enterForm({ locale }: Sent): Promise<FormState> {
  const entered = await enterAfterSetUp(await requireHalf(locale), (await thisDevice()).words);
  if ("error" in entered) redirect(`/office/sign-in?lang=${locale}`);
  await letIn(entered);
  redirect("/office");
}

async function requireHalf(locale: Locale): Promise<Half> {
  return (await currentHalf()) ?? redirect(`/office/sign-in?lang=${locale}`);
}

/** What was typed into the field of a code, or what a passkey signed in its place. */
export function codeOf({ code, passkey }: Typed): string {
  if (typeof passkey === "string" && passkey.startsWith("{")) return passkey.slice(0, 8_000);
  return typeof code === "string" ? code.trim().slice(0, 2000) : "";
}

/** Of a passkey that was not accepted; undefined of a code. */
export function wrongWords(given: string, locale: Locale): string | undefined {
  return given.startsWith("{") ? messages(locale).signIn.passkeys.refused : undefined;
}

/** The form again: no code was given. */
export function missing(state: FormState, locale: Locale): FormState {
  return { errors: { code: messages(locale).signIn.code.missing }, refusal: null, typed: {}, attempt: state.attempt + 1 };
}

/** The form again, and why the code opened nothing. `wrong`: words that fit better. */
export function notIn(state: FormState, why: NotIn, locale: Locale, wrong?: string): FormState {
  const text = messages(locale).signIn.code;
  const again = { typed: {}, attempt: state.attempt + 1 };
  if (why.error === "wrong") return { ...again, errors: { code: wrong ?? text.wrong }, refusal: null };
  if (why.error === "slow-down") markSlowed(why.retryAfterSeconds);
  return { ...again, errors: {}, refusal: why.error === "over" ? text.over : text.slowDown(Math.ceil(why.retryAfterSeconds / 60)) };
}
