import "server-only";
import { redirect } from "next/navigation";
import { checkArrival } from "@/lib/request/ask/arrival-input";
import type { Typed } from "@/lib/request/ask/draft";
import { toldSchema } from "@/lib/request/ask/told-answers";
import { wrongDates } from "@/lib/request/ask/wrong-dates";
import type { FormState } from "@/lib/request/form-state";
import { parseForm, withErrors, withRefusal } from "../form";
import { recordRequest } from "../record-request";
import { arrivalClock, knownPerson } from "../reads/record";
import { staffForm } from "../staff-form";

/** The second page of recording: `query` is the first, as its address held it; what is wrong there leads back to it. */
export async function recordForm(query: unknown, sent: FormState, form: FormData): Promise<FormState> {
  return staffForm("case.handle", sent, form, async ({ actor, locale, state, typed }) => {
    const search = new URLSearchParams(typeof query === "string" ? query.slice(0, 2000) : "");
    const clock = await arrivalClock();
    const checked = checkArrival(arrivalTyped(search), clock);
    if ("codes" in checked) redirect(`/office/record?${search}&sent=1`);
    const parsed = parseForm(toldSchema(checked.came.rights), typed);
    const wrong = checked.came.rights.includes("deceased") ? wrongDates("deceased", typed, clock.today) : {};
    if ("codes" in parsed) return withErrors(state, typed, { ...wrong, ...parsed.codes }, locale);
    if (Object.keys(wrong).length > 0) return withErrors(state, typed, wrong, locale);
    const person = await knownPerson(actor, search.get("from"));
    const recorded = await recordRequest(actor, checked.came, parsed.value, { follows: person?.reference ?? null });
    if ("refused" in recorded) return withRefusal(state, typed, recorded.refused, locale);
    redirect(`/office/requests/${recorded.reference}?done=${recorded.isNew ? "recordRequest" : "alreadyRecorded"}`);
  });
}

/** The first page as typed, from its address: several rights come as several values. */
export function arrivalTyped(search: URLSearchParams): Typed {
  return { ...Object.fromEntries(search), right: search.getAll("right") };
}
