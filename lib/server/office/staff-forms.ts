import "server-only";
import { refresh } from "next/cache";
import { notFound, redirect } from "next/navigation";
import { z } from "zod";
import { caseScopes } from "@/lib/access/case-scope";
import { roles } from "@/lib/access/permissions";
import { messages } from "@/lib/i18n/messages";
import { choice, choices, email, line, optional } from "@/lib/request/ask/text";
import type { FormState } from "@/lib/request/form-state";
import type { StaffActor } from "../actor";
import { parseForm, stateSent, typedOf, withErrors } from "../form";
import { setFactorForAll } from "../second-factor/settings";
import { requireStaff } from "../session";
import { staffForm } from "../staff-form";
import { addStaff, changePlace, changeRoles, releaseSignOn, renewLink, resetFactor, setDisabled, type StaffRefusal } from "../staff";
import { proofAsked, proveAt } from "./prove-form";

/** A form's answer that may carry a one-time link, shown in this answer and never again. */
export type LinkState = FormState & { link?: { url: string; name: string } };

const home = "/office/settings/staff";
const inPlace = { team: optional(z.uuid("choice")), scope: choice(caseScopes) };
const person = z.object({ name: line(100), email: email(), roles: choices(roles), ...inPlace }).strict();
const placed = z.object(inPlace).strict();
const held = z.object({ roles: choices(roles) }).strict();

/** Adds someone and shows their set-up link. Permission `staff.manage`. */
export async function addStaffForm(sent: LinkState, form: FormData): Promise<LinkState> {
  return staffForm("staff.manage", sent, form, async ({ actor, state, typed }) => {
    const parsed = parseForm(person, typed);
    if ("codes" in parsed) return worded(withErrors(state, typed, parsed.codes, actor.locale), parsed.codes, actor);
    const { team, scope, ...about } = parsed.value;
    if (scope === "team" && team === null) return teamNeeded(state, typed, actor);
    const added = await addStaff(actor, { ...about, teamId: team, caseScope: scope });
    if ("refused" in added) return added.refused === "proof-not-fresh" ? proofAsked(state, typed, actor.locale) : refused(state, typed, added, actor);
    if (added.url === null) redirect(`${home}?done=staff`);
    refresh();
    return { errors: {}, refusal: null, typed: {}, attempt: state.attempt + 1, link: { url: added.url, name: parsed.value.name } };
  });
}

/** A new set-up link for someone. Permission `staff.manage`. */
export async function renewLinkForm(staffId: string, name: string, sent: LinkState): Promise<LinkState> {
  const actor = await requireStaff("staff.manage");
  const state = stateSent(sent);
  const renewed = await renewLink(actor, id(staffId));
  if ("refused" in renewed) return refused(state, {}, renewed, actor, `${home}/${id(staffId)}`);
  return { errors: {}, refusal: null, typed: {}, attempt: state.attempt + 1, link: { url: renewed.url, name: typeof name === "string" ? name.slice(0, 100) : "" } };
}

/** Changes someone's roles. Permission `staff.manage`; the last administrator stays one. */
export async function changeRolesForm(staffId: string, sent: FormState, form: FormData): Promise<FormState> {
  return staffForm("staff.manage", sent, form, async ({ actor, state, typed }) => {
    const parsed = parseForm(held, typed);
    if ("codes" in parsed) return worded(withErrors(state, typed, parsed.codes, actor.locale), parsed.codes, actor);
    const changed = await changeRoles(actor, id(staffId), parsed.value.roles);
    return "refused" in changed ? refused(state, typed, changed, actor, `${home}/${id(staffId)}`) : redirect(`${home}?done=staff`);
  });
}

/** Changes someone's team and how far they see. Permission `staff.manage`. */
export async function changePlaceForm(staffId: string, sent: FormState, form: FormData): Promise<FormState> {
  return staffForm("staff.manage", sent, form, async ({ actor, state, typed }) => {
    const parsed = parseForm(placed, typed);
    if ("codes" in parsed) return withErrors(state, typed, parsed.codes, actor.locale);
    const { team, scope } = parsed.value;
    if (scope === "team" && team === null) return teamNeeded(state, typed, actor);
    const changed = await changePlace(actor, id(staffId), { teamId: team, caseScope: scope });
    return "refused" in changed ? refused(state, typed, changed, actor, `${home}/${id(staffId)}`) : redirect(`${home}?done=staff`);
  });
}

/** Takes someone's access away, or gives it back. Permission `staff.manage`; never the last administrator's. */
export async function accessForm(staffId: string, isDisabled: boolean, sent: FormState): Promise<FormState> {
  const actor = await requireStaff("staff.manage");
  const state = stateSent(sent);
  const changed = await setDisabled(actor, id(staffId), isDisabled === true);
  return "refused" in changed ? refused(state, {}, changed, actor, `${home}/${id(staffId)}`) : redirect(`${home}?done=staff`);
}

/** Takes away the second factor somebody has lost. Permission `staff.manage`; they are told. */
export async function resetFactorForm(staffId: string, sent: FormState): Promise<FormState> {
  const actor = await requireStaff("staff.manage");
  const state = stateSent(sent);
  const done = await resetFactor(actor, id(staffId));
  return "refused" in done ? refused(state, {}, done, actor, `${home}/${id(staffId)}`) : redirect(`${home}?done=staff`);
}

/** Lets go of somebody's company account. Permission `staff.manage`. */
export async function releaseForm(staffId: string, sent: FormState): Promise<FormState> {
  const actor = await requireStaff("staff.manage");
  const state = stateSent(sent);
  const done = await releaseSignOn(actor, id(staffId));
  return "refused" in done ? refused(state, {}, done, actor, `${home}/${id(staffId)}`) : redirect(`${home}?done=staff`);
}

/** Sets who needs a second factor. Permission `staff.manage`. */
export async function factorSettingForm(form: FormData): Promise<void> {
  const actor = await requireStaff("staff.manage");
  const { who } = typedOf(form);
  if (who !== "all" && who !== "by-role") notFound();
  const done = await setFactorForAll(actor, who === "all");
  redirect("refused" in done ? proveAt(home) : `${home}?done=staff`);
}

/** To see the cases of one's team one must be in one: whoever is to see their own alone is given that scope in so many words. */
function teamNeeded(state: FormState, typed: FormState["typed"], actor: StaffActor): FormState {
  return { errors: { team: messages(actor.locale).teams.place.teamNeeded }, refusal: null, typed: { ...typed }, attempt: state.attempt + 1 };
}

function id(staffId: string): string {
  return z.uuid().safeParse(staffId).data ?? notFound();
}

function refused(state: FormState, typed: FormState["typed"], { refused: why }: StaffRefusal, actor: StaffActor, back = home): FormState {
  const { office: { staff: text }, signIn } = messages(actor.locale);
  const attempt = state.attempt + 1;
  if (why === "no-permission") notFound();
  if (why === "proof-not-fresh") redirect(proveAt(back));
  if (why === "own") return { errors: {}, refusal: signIn.staff.own, typed: {}, attempt };
  if (why === "team-unknown") return { errors: { team: messages(actor.locale).teams.gone }, refusal: null, typed: { ...typed }, attempt };
  if (why === "email-taken") return { errors: { email: text.emailTaken }, refusal: null, typed: { ...typed }, attempt };
  return { errors: {}, refusal: why === "last-administrator" ? text.lastAdministrator : text.gone, typed: { ...typed }, attempt };
}

/** Words that fit this form better than the general ones. */
function worded(state: FormState, codes: Record<string, string>, actor: StaffActor): FormState {
  const text = messages(actor.locale).office.staff;
  const better: Record<string, string> = { name: text.nameMissing, roles: text.rolesMissing };
  const errors = Object.fromEntries(Object.entries(state.errors).map(([field, words]) => [field, codes[field] === "required" ? (better[field] ?? words) : words]));
  return { ...state, errors };
}
