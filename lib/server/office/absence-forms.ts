import "server-only";
import { notFound, redirect } from "next/navigation";
import { messages } from "@/lib/i18n/messages";
import { absenceSchema } from "@/lib/request/absence";
import type { FormState } from "@/lib/request/form-state";
import { setAbsence } from "../absence";
import { idSent, parseForm, withErrors, withRefusal } from "../form";
import { requireStaff } from "../session";
import { type StaffForm, staffForm } from "../staff-form";

/** One's own absence. Permission `case.handle`: nobody else is given cases. */
export async function ownAbsenceForm(sent: FormState, form: FormData): Promise<FormState> {
  return staffForm("case.handle", sent, form, (asked) => noted(asked, asked.actor.id, "/office/account"));
}

/** One is back. */
export async function backForm(): Promise<void> {
  const actor = await requireStaff("case.handle");
  await setAbsence(actor, actor.id, null);
  redirect("/office/account?done=back");
}

/** Another's absence. Permission `absence.manage`. */
export async function absenceForm(staffId: unknown, sent: FormState, form: FormData): Promise<FormState> {
  return staffForm("absence.manage", sent, form, async (asked) => noted(asked, idSent(staffId), `/office/absence/${idSent(staffId)}`));
}

/** Another is back. */
export async function othersBackForm(staffId: unknown): Promise<void> {
  const actor = await requireStaff("absence.manage");
  const known = idSent(staffId);
  if ("refused" in (await setAbsence(actor, known, null))) notFound();
  redirect(`/office/absence/${known}?done=back`);
}

async function noted({ actor, locale, state, typed }: StaffForm, staffId: string, page: string): Promise<FormState> {
  const parsed = parseForm(absenceSchema, typed);
  if ("codes" in parsed) return withErrors(state, typed, parsed.codes, locale);
  const done = await setAbsence(actor, staffId, parsed.value);
  if ("ok" in done) redirect(`${page}?done=away`);
  if (done.refused === "stand-in-unknown") return { errors: { standIn: messages(locale).teams.away.standInUnknown }, refusal: null, typed: { ...typed }, attempt: state.attempt + 1 };
  return done.refused === "unknown" ? notFound() : withRefusal(state, typed, "no-permission", locale);
}
