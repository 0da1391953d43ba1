import "server-only";
import { refresh } from "next/cache";
import { notFound, redirect } from "next/navigation";
import { z } from "zod";
import { rights } from "@/lib/law/rights";
import type { AssignmentRule, RulesChange } from "@/lib/request/assignment-rule";
import { choices, optional } from "@/lib/request/ask/text";
import type { FormState } from "@/lib/request/form-state";
import type { StaffActor } from "../actor";
import { applyRules, changeRules } from "../assignment-rules";
import { orFault } from "../fault";
import { parseForm, stateSent, withErrors, withRefusal } from "../form";
import { requireStaff } from "../session";
import { staffForm } from "../staff-form";

const home = "/office/settings/assignment";
const uuid = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}";
/** Somebody's id; `team:` or `least:` and a team's. */
const to = z
  .string({ error: "required" })
  .min(1, "required")
  .regex(new RegExp(`^(?:team:|least:)?${uuid}$`), "choice")
  .transform((text): AssignmentRule["to"] => (text.startsWith("team:") ? { teamId: text.slice(5) } : text.startsWith("least:") ? { leastOf: text.slice(6) } : { staffId: text }));
const written = z.object({ rights: choices(rights).or(z.undefined().transform(() => [])), locale: optional(z.enum(["fr", "en"], "choice")), to }).strict();

/** Adds a rule at the end of the list. Permission `assignment.manage`, like the others. */
export async function addRuleForm(version: unknown, sent: FormState, form: FormData): Promise<FormState> {
  return staffForm("assignment.manage", sent, form, async ({ actor, locale, state, typed }) => {
    const parsed = parseForm(written, typed);
    if ("codes" in parsed) return withErrors(state, typed, parsed.codes, locale);
    return changed(actor, version, { add: parsed.value }, state, typed);
  });
}

/** Puts a rule before the one above it, or takes it away. */
export async function changeRuleForm(version: unknown, change: unknown, index: unknown, sent: FormState): Promise<FormState> {
  const actor = await requireStaff("assignment.manage");
  if (typeof index !== "number" || !Number.isSafeInteger(index)) notFound();
  if (change !== "up" && change !== "remove") notFound();
  const state = stateSent(sent);
  return orFault({ state, typed: {}, locale: actor.locale }, () => changed(actor, version, change === "up" ? { up: index } : { remove: index }, state, {}));
}

/** Applies the rules to what nobody has. */
export async function applyRulesForm(version: unknown, sent: FormState): Promise<FormState> {
  const actor = await requireStaff("assignment.manage");
  const applied = await applyRules(actor, seen(version));
  return "refused" in applied ? again(applied.refused, stateSent(sent), {}, actor) : redirect(`${home}?done=rulesApplied`);
}

async function changed(actor: StaffActor, version: unknown, change: RulesChange, state: FormState, typed: FormState["typed"]): Promise<FormState> {
  const done = await changeRules(actor, seen(version), change);
  return "refused" in done ? again(done.refused, state, typed, actor) : redirect(`${home}?done=rules`);
}

/** The page behind the form shows what a colleague changed. */
function again(refused: "no-permission" | "changed-meanwhile" | "rule-unknown", state: FormState, typed: FormState["typed"], actor: StaffActor): FormState {
  if (refused === "changed-meanwhile") refresh();
  return withRefusal(state, typed, refused, actor.locale);
}

function seen(version: unknown): number {
  return typeof version === "number" && Number.isSafeInteger(version) ? version : notFound();
}
