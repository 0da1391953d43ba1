import "server-only";
import { notFound, redirect } from "next/navigation";
import { z } from "zod";
import { messages } from "@/lib/i18n/messages";
import { line } from "@/lib/request/ask/text";
import type { FormState } from "@/lib/request/form-state";
import type { StaffActor } from "../actor";
import { idSent, parseForm, stateSent, withErrors } from "../form";
import { requireStaff } from "../session";
import { staffForm } from "../staff-form";
import { addTeam, removeTeam, renameTeam, type TeamRefusal } from "../teams";
import { proveAt } from "./prove-form";

const home = "/office/settings/teams";
const named = z.object({ name: line(60) }).strict();

/** Adds a team. Permission `staff.manage`. */
export async function addTeamForm(sent: FormState, form: FormData): Promise<FormState> {
  return withName(sent, form, home, (actor, name) => addTeam(actor, name));
}

/** Gives a team another name. Permission `staff.manage`. */
export async function renameTeamForm(teamId: unknown, sent: FormState, form: FormData): Promise<FormState> {
  const known = idSent(teamId);
  return withName(sent, form, `${home}/${known}`, (actor, name) => renameTeam(actor, known, name));
}

/** Removes a team, or says what is still in it. Permission `staff.manage`. */
export async function removeTeamForm(teamId: unknown, sent: FormState): Promise<FormState> {
  const actor = await requireStaff("staff.manage");
  const known = idSent(teamId);
  const removed = await removeTeam(actor, known);
  return "refused" in removed ? refused(stateSent(sent), {}, removed, actor, `${home}/${known}`) : redirect(`${home}?done=staff`);
}

type Change = (actor: StaffActor, name: string) => Promise<{ ok: true } | TeamRefusal>;

async function withName(sent: FormState, form: FormData, back: string, change: Change): Promise<FormState> {
  return staffForm("staff.manage", sent, form, async ({ actor, locale, state, typed }) => {
    const parsed = parseForm(named, typed);
    if ("codes" in parsed) {
      const again = withErrors(state, typed, parsed.codes, locale);
      return parsed.codes["name"] === "required" ? { ...again, errors: { name: messages(locale).teams.nameMissing } } : again;
    }
    const changed = await change(actor, parsed.value.name);
    return "refused" in changed ? refused(state, typed, changed, actor, back) : redirect(`${home}?done=staff`);
  });
}

function refused(state: FormState, typed: FormState["typed"], why: TeamRefusal, actor: StaffActor, back: string): FormState {
  const { teams: text } = messages(actor.locale);
  if (why.refused === "no-permission") notFound();
  if (why.refused === "proof-not-fresh") redirect(proveAt(back));
  const again = { typed: { ...typed }, attempt: state.attempt + 1 };
  if (why.refused === "name-taken") return { ...again, errors: { name: text.nameTaken }, refusal: null };
  return { ...again, errors: {}, refusal: why.refused === "in-use" ? text.inUse(why.people, why.open) : text.gone };
}
