import "server-only";
import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { messages } from "@/lib/i18n/messages";
import type { FormState } from "@/lib/request/form-state";
import type { StaffActor } from "../actor";
import { letIn, thisDevice } from "../door";
import { orFault } from "../fault";
import { stateSent, typedOf } from "../form";
import { beginOwnApp, confirmOwnApp, type OwnRefusal, removeOwnApp, replaceRecoveryCodes } from "../second-factor/own";
import { requireAnyStaff, signOutStaff } from "../session";
import { type CodesState, codeOf, missing, notIn } from "./code-forms";
import { proveAt } from "./prove-form";

const home = "/office/account/factor";

/** Begins to set up an app of one's own; its picture is then on the page. */
export async function beginAppForm(): Promise<void> {
  const begun = await beginOwnApp(await requireAnyStaff());
  redirect("refused" in begun ? proveAt(home) : `${home}?step=app`);
}

/** Takes it into use and shows the recovery codes, once; this browser stays in, the others do not. */
export async function confirmAppForm(sent: CodesState, form: FormData): Promise<CodesState> {
  const actor = await requireAnyStaff();
  const [state, code] = [stateSent(sent), codeOf(typedOf(form))];
  if (code === "") return missing(state, actor.locale);
  return orFault({ state, typed: {}, locale: actor.locale }, async () => {
    const done = await confirmOwnApp(actor, code, (await thisDevice()).words);
    if ("refused" in done) return refused(state, done, actor);
    await letIn(done);
    return shown(state, done.recoveryCodes);
  });
}

/** Ten new recovery codes, shown once. */
export async function recoveryCodesForm(sent: CodesState): Promise<CodesState> {
  const actor = await requireAnyStaff();
  const state = stateSent(sent);
  return orFault({ state, typed: {}, locale: actor.locale }, async () => {
    const done = await replaceRecoveryCodes(actor);
    if ("refused" in done) return refused(state, done, actor);
    refresh();
    return shown(state, done.recoveryCodes);
  });
}

/** Takes one's own second factor away, where none is needed; all sessions end, this one too. */
export async function removeAppForm(sent: FormState): Promise<FormState> {
  const actor = await requireAnyStaff();
  const state = stateSent(sent);
  return orFault({ state, typed: {}, locale: actor.locale }, async () => {
    const removed = await removeOwnApp(actor);
    if ("refused" in removed) return refused(state, removed, actor);
    await signOutStaff();
    redirect(`/office/sign-in?done=factor&lang=${actor.locale}`);
  });
}

function shown(state: FormState, recoveryCodes: string[]): CodesState {
  return { errors: {}, refusal: null, typed: {}, attempt: state.attempt + 1, recoveryCodes };
}

function refused(state: FormState, why: OwnRefusal, { locale }: StaffActor): FormState {
  const { setUp, account } = messages(locale).signIn;
  if (why.refused === "proof-not-fresh") redirect(proveAt(home));
  if (why.refused === "wrong") return notIn(state, { error: "wrong" }, locale, setUp.wrong);
  if (why.refused === "slow-down") return notIn(state, { error: "slow-down", retryAfterSeconds: why.retryAfterSeconds }, locale);
  return { errors: {}, refusal: why.refused === "needed" ? account.needed : account.gone, typed: {}, attempt: state.attempt + 1 };
}
