import "server-only";
import { redirect } from "next/navigation";
import { messages } from "@/lib/i18n/messages";
import type { FormState } from "@/lib/request/form-state";
import type { StaffActor } from "../actor";
import { letIn, thisDevice } from "../door";
import { orFault } from "../fault";
import { stateSent, typedOf } from "../form";
import { addOwnPasskey, beginPasskey, type PasskeyRefusal, removeOwnPasskey } from "../second-factor/own-passkeys";
import type { Started } from "../staff-session";
import { requireAnyStaff } from "../session";
import { codeOf } from "./code-forms";
import { proveAt } from "./prove-form";

const home = "/office/account/factor";

/** What the browser is to make a passkey of one's own with; null where that may not be. */
export async function passkeyToAddForm() {
  const begun = await beginPasskey(await requireAnyStaff());
  if ("refused" in begun && begun.refused === "proof-not-fresh") redirect(proveAt(home));
  return "refused" in begun ? null : begun;
}

/** Adds the passkey the browser made; this browser stays in, the others do not. */
export async function addPasskeyForm(sent: FormState, form: FormData): Promise<FormState> {
  const actor = await requireAnyStaff();
  const [state, given] = [stateSent(sent), codeOf(typedOf(form))];
  return orFault({ state, typed: {}, locale: actor.locale }, async () => settled(await addOwnPasskey(actor, given, (await thisDevice()).words), state, actor, "passkey"));
}

/** Takes a passkey of one's own away; the same holds. */
export async function removePasskeyForm(credentialId: unknown, sent: FormState): Promise<FormState> {
  const actor = await requireAnyStaff();
  const state = stateSent(sent);
  const id = typeof credentialId === "string" ? credentialId.slice(0, 2_000) : "";
  return orFault({ state, typed: {}, locale: actor.locale }, async () => settled(await removeOwnPasskey(actor, id, (await thisDevice()).words), state, actor, "passkeyRemoved"));
}

async function settled(done: Started | PasskeyRefusal, state: FormState, { locale }: StaffActor, word: string): Promise<FormState> {
  if ("refused" in done) {
    if (done.refused === "proof-not-fresh") redirect(proveAt(home));
    const { passkeys } = messages(locale).signIn;
    return { errors: {}, refusal: done.refused === "app-first" ? passkeys.appFirst : passkeys.refused, typed: {}, attempt: state.attempt + 1 };
  }
  await letIn(done);
  redirect(`${home}?done=${word}`);
}
