import "server-only";
import { refresh } from "next/cache";
import { notFound, redirect } from "next/navigation";
import type { FormState } from "@/lib/request/form-state";
import { parseReference } from "@/lib/request/reference";
import { performed404 } from "../action";
import { withErrors, withRefusal } from "../form";
import { mergeRequests } from "../merge-requests";
import { staffForm } from "../staff-form";

/** Merges the request of the page with the one whose reference was typed, and leads to the older of the two. */
export async function mergeForm(reference: unknown, version: unknown, sent: FormState, form: FormData): Promise<FormState> {
  return staffForm("case.handle", sent, form, async ({ actor, locale, state, typed }) => {
    const known = parseReference(reference);
    if (!known || !Number.isInteger(version)) notFound();
    const other = parseReference(typed["other"]);
    if (!other) return withErrors(state, typed, { other: typed["other"] ? "choice" : "required" }, locale);
    const merged = await performed404(mergeRequests(actor, known, other, version as number));
    if ("kept" in merged) redirect(`/office/requests/${merged.kept}?done=mergeRequests`);
    if (merged.meanwhile) refresh();
    return withRefusal(state, typed, merged.refused, locale);
  });
}
