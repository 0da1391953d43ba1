import "server-only";
import { redirect } from "next/navigation";
import type { Locale } from "@/lib/i18n/locale";
import { messages } from "@/lib/i18n/messages";
import type { Typed } from "@/lib/request/ask/draft";
import type { FormState } from "@/lib/request/form-state";
import { ownPage } from "@/lib/access/own-page";
import { letIn } from "../door";
import { orFault } from "../fault";
import { stateSent, typedOf, withWay } from "../form";
import { optionsToGive } from "../second-factor/passkeys";
import { hasApp, stepUp } from "../second-factor/step-up";
import { requireAnyStaff } from "../session";
import { codeOf, missing, notIn, wrongWords } from "./code-forms";

/** The page that asks once more who one is, and leads back. */
export function proveAt(back: string): string {
  return `/office/prove?${new URLSearchParams({ back })}`;
}

/** What was typed again, with the way to that page beside it. */
export function proofAsked(state: FormState, typed: Typed, locale: Locale): FormState {
  return withWay(state, typed, "proof-not-fresh", proveAt("/office/account"), locale);
}

/** What one's own passkeys are to sign; null for who has none. */
export async function provePasskeyForm() {
  return optionsToGive((await requireAnyStaff()).id);
}

/** Proves once more who one is, by a code or without an app by the password; then back to where one was. */
export async function proveForm(back: unknown, sent: FormState, form: FormData): Promise<FormState> {
  const actor = await requireAnyStaff();
  const { locale } = actor;
  const [state, typed] = [stateSent(sent), codeOf(typedOf(form))];
  const text = messages(locale).signIn.prove;
  return orFault({ state, typed: {}, locale }, async () => {
    const byCode = await hasApp(actor.id);
    if (typed === "") return byCode ? missing(state, locale) : { ...missing(state, locale), errors: { code: text.passwordMissing } };
    const proved = await stepUp(actor, typed);
    if ("error" in proved) return notIn(state, proved, locale, byCode ? wrongWords(typed, locale) : text.passwordWrong);
    await letIn(proved);
    redirect(ownPage(back));
  });
}
