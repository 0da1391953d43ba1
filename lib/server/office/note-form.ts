import "server-only";
import { notFound, redirect } from "next/navigation";
import type { FormState } from "@/lib/request/form-state";
import { addNote } from "@/lib/request/handle/add-note";
import { parseReference } from "@/lib/request/reference";
import { performed404 } from "../action";
import { writeNote } from "../add-note";
import { orFault } from "../fault";
import { parseForm, stateSent, typedOf, withErrors, withRefusal } from "../form";
import { currentStaff } from "../session";
import { signedOut } from "../signed-out";

/** Adds an internal note, with the files that wait for it, and tells whom it names. */
export async function noteForm(reference: unknown, sent: FormState, form: FormData): Promise<FormState> {
  const actor = await currentStaff();
  const state = stateSent(sent);
  const typed = typedOf(form);
  if (!actor) return signedOut(state, typed);
  if (!actor.permissions.has("case.handle")) notFound();
  const known = parseReference(reference);
  if (!known) notFound();
  return orFault({ state, typed, locale: actor.locale }, async () => {
    const parsed = parseForm(addNote.input, typed);
    if ("codes" in parsed) return withErrors(state, typed, parsed.codes, actor.locale);
    const written = await performed404(writeNote(actor, parsed.value, known));
    if ("refused" in written) return withRefusal(state, typed, written.refused, actor.locale);
    redirect(`/office/requests/${known}?done=addNote`);
  });
}
