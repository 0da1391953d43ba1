import "server-only";
import { redirect } from "next/navigation";
import type { Locale } from "@/lib/i18n/locale";
import { messages } from "@/lib/i18n/messages";
import { answerTask } from "@/lib/request/handle/answer-task";
import type { Typed } from "@/lib/request/ask/draft";
import type { FormState } from "@/lib/request/form-state";
import { parseForm, withErrors, withRefusal } from "../form";
import { perform } from "../perform";
import { taskActor } from "../session";

type Sent = { locale: Locale; args: readonly unknown[]; typed: Typed; state: FormState };

/** A department's answer to the task of its session. `args[0]`: the task of the page, carried by the form itself once the page closed; a tab left open on another must not answer this one, and keeps what was typed. */
export async function answerTaskForm({ locale, args, typed, state }: Sent): Promise<FormState> {
  const { task, ...answer } = typed;
  const actor = await taskActor();
  if (!actor || actor.taskId !== (args[0] ?? task)) return withRefusal(state, typed, "task-page-closed", locale);
  const parsed = parseForm(answerTask.input, answer);
  if ("codes" in parsed) return worded(withErrors(state, typed, parsed.codes, locale), parsed.codes, locale);
  const performed = await perform(actor, answerTask, parsed.value, { reference: actor.reference });
  if ("refused" in performed) return withRefusal(state, typed, performed.refused, locale);
  redirect(`/${locale}/task?done=1`);
}

/** Words that fit this form better than the general ones. */
function worded(state: FormState, codes: Record<string, string>, locale: Locale): FormState {
  const better: Record<string, string> = messages(locale).tasks.answer.missing;
  return { ...state, errors: Object.fromEntries(Object.entries(state.errors).map(([field, words]) => [field, codes[field] === "required" ? (better[field] ?? words) : words])) };
}
