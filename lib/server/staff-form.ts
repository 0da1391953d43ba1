import "server-only";
import { notFound } from "next/navigation";
import type { Permission } from "@/lib/access/permissions";
import type { Locale } from "@/lib/i18n/locale";
import type { Typed } from "@/lib/request/ask/draft";
import type { FormState } from "@/lib/request/form-state";
import type { StaffActor } from "./actor";
import { orFault } from "./fault";
import { stateSent, typedOf, withWay } from "./form";
import { currentStaff, preferredLocale } from "./session";

export type StaffForm = { actor: StaffActor; locale: Locale; state: FormState; typed: Typed };

/**
 * The gate of every form of the office in which something is typed or chosen. Whose session ended meanwhile gets that back, with the
 * way to come in again beside it; who may not finds nothing (`permission` null: the work asks); what fails is told at the form.
 */
export async function staffForm<State extends FormState>(permission: Permission | null, sent: unknown, form: unknown, work: (asked: StaffForm) => Promise<State>): Promise<State | FormState> {
  const actor = await currentStaff();
  const state = stateSent(sent);
  const typed = typedOf(form);
  if (!actor) return withWay(state, typed, "signed-out", "/office/sign-in", await preferredLocale());
  if (permission && !actor.permissions.has(permission)) notFound();
  const { locale } = actor;
  return orFault({ state, typed, locale }, () => work({ actor, locale, state, typed }));
}
