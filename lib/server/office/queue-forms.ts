import "server-only";
import { redirect } from "next/navigation";
import { messages } from "@/lib/i18n/messages";
import type { Typed } from "@/lib/request/ask/draft";
import type { FormState } from "@/lib/request/form-state";
import { assignCase } from "@/lib/request/handle/assign-case";
import { filterFrom, filterQuery } from "@/lib/request/queue-filter";
import { parseReference } from "@/lib/request/reference";
import { isAway } from "../absence";
import { assignCases, takeNext } from "../assign";
import { orFault } from "../fault";
import { parseForm, stateSent, withErrors, withRefusal } from "../form";
import { requireStaff } from "../session";
import { staffForm } from "../staff-form";

/** As many as a page of the queue shows. */
const mostChosen = 25;

/** Gives the chosen cases to whoever was chosen, and comes back to the queue as it was filtered. What could not be given is named. */
export async function assignForm(query: unknown, sent: FormState, form: FormData): Promise<FormState> {
  return staffForm("case.handle", sent, form, async ({ actor, locale, state, typed }) => {
    const chosen = chosenOf(typed);
    if (chosen.length === 0) return withErrors(state, typed, { chosen: "required" }, locale);
    const parsed = parseForm(assignCase.input, { to: typed["to"] ?? "" });
    if ("codes" in parsed) return withErrors(state, typed, parsed.codes, locale);
    const done = await assignCases(actor, chosen, parsed.value.to);
    if ("refused" in done) return withRefusal(state, typed, done.refused, locale);
    if (done.left.length > 0) return { errors: {}, typed: { ...typed, chosen: [] }, attempt: state.attempt + 1, refusal: messages(locale).queue.notGiven(done.given, done.left) };
    redirect(`/office?${filterQuery(filterFrom(paramsOf(query)))}&done=assignCase`);
  });
}

/** Takes the most urgent case nobody has, of those the page shows, and opens it; says so where there is none. */
export async function takeNextForm(query: unknown, sent: FormState): Promise<FormState> {
  const actor = await requireStaff("case.handle");
  const state = stateSent(sent);
  return orFault({ state, typed: {}, locale: actor.locale }, async () => {
    const reference = await takeNext(actor, filterFrom(paramsOf(query)));
    if (reference) redirect(`/office/requests/${reference}?done=takeCase`);
    return withRefusal(state, {}, (await isAway(actor)) ? "you-are-away" : "none-to-take", actor.locale);
  });
}

function chosenOf(typed: Typed): string[] {
  return [typed["chosen"] ?? []].flat().slice(0, mostChosen).flatMap((reference) => parseReference(reference) ?? []);
}

function paramsOf(query: unknown): (name: string) => string | null {
  const search = new URLSearchParams(typeof query === "string" ? query.slice(0, 4_000) : "");
  return (name) => search.get(name);
}
