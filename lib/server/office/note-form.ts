import "server-only";
import { notFound, redirect } from "next/navigation";
import type { FormState } from "@/lib/request/form-state";
import { addNote } from "@/lib/request/handle/add-note";
import { parseReference } from "@/lib/request/reference";
import { performed404 } from "../action";
import { writeNote } from "../add-note";
import { parseForm, withErrors, withRefusal } from "../form";
import { staffForm } from "../staff-form";

/** Adds an internal note, with the files that wait for it, and tells whom it names. */
export async function noteForm(reference: unknown, sent: FormState, form: FormData): Promise<FormState> {
  return staffForm("case.handle", sent, form, async ({ actor, locale, state, typed }) => {
    const known = parseReference(reference);
    if (!known) notFound();
    const parsed = parseForm(addNote.input, typed);
    if ("codes" in parsed) return withErrors(state, typed, parsed.codes, locale);
    const written = await performed404(writeNote(actor, parsed.value, known));
    if ("refused" in written) return withRefusal(state, typed, written.refused, locale);
    redirect(`/office/requests/${known}?done=addNote`);
  });
}
