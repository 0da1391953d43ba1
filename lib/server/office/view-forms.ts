import "server-only";
import { redirect } from "next/navigation";
import { z } from "zod";
import { line } from "@/lib/request/ask/text";
import type { FormState } from "@/lib/request/form-state";
import { filterFrom, filterQuery } from "@/lib/request/queue-filter";
import { parseForm, withErrors, withRefusal } from "../form";
import { requireStaff } from "../session";
import { staffForm } from "../staff-form";
import { removeView, saveView } from "../views";

const schema = z.object({ viewName: line(60), shared: z.enum(["yes"], "choice").optional() }).strict();

/** Keeps the filter of the page under a name. What was searched for is no part of it: those words are nobody else's to read. */
export async function saveViewForm(query: unknown, sent: FormState, form: FormData): Promise<FormState> {
  return staffForm("case.read", sent, form, async ({ actor, locale, state, typed }) => {
    const parsed = parseForm(schema, typed);
    if ("codes" in parsed) return withErrors(state, typed, parsed.codes, locale);
    const kept = queryOf(query);
    const saved = await saveView(actor, { name: parsed.value.viewName, query: kept, isShared: parsed.value.shared === "yes" });
    if ("refused" in saved) return withRefusal(state, typed, saved.refused, locale);
    redirect(`/office?${kept}&done=saveView`);
  });
}

/** Forgets a view of one's own; the page stays as it is filtered. */
export async function removeViewForm(id: unknown, query: unknown): Promise<void> {
  const actor = await requireStaff("case.read");
  if (z.uuid().safeParse(id).success) await removeView(actor, id as string);
  redirect(`/office?${queryOf(query)}`);
}

function queryOf(query: unknown): string {
  const search = new URLSearchParams(typeof query === "string" ? query.slice(0, 4_000) : "");
  return filterQuery({ ...filterFrom((name) => search.get(name)), search: "" });
}
