import "server-only";
import { refresh } from "next/cache";
import { notFound, redirect } from "next/navigation";
import { shortInstant } from "@/lib/i18n/dates";
import { isLocale } from "@/lib/i18n/locale";
import { messages } from "@/lib/i18n/messages";
import type { Command } from "@/lib/request/command";
import type { RequestEvent } from "@/lib/request/event";
import type { FormState } from "@/lib/request/form-state";
import { parseReference } from "@/lib/request/reference";
import type { Typed } from "@/lib/request/ask/draft";
import type { StaffActor } from "./actor";
import { env } from "./env";
import { orFault } from "./fault";
import { proveAt } from "./office/prove-form";
import { spaceClosed } from "./follow/space-closed";
import { parseForm, stateSent, typedOf, withErrors, withRefusal } from "./form";
import { NotFound, perform } from "./perform";
import { markReached } from "./reached";
import { requesterActor } from "./session";
import { staffForm } from "./staff-form";
import { staffNames } from "./reads/staff";

type Done = (reference: string) => string;

/**
 * The gate for staff: who asks, may they, is the input right, does the law allow it; then back to the case. `from`: the page to
 * come back to where they first have to prove who they are.
 */
export function staffAction<Input>(command: Command<string, Input>, done: Done = (reference) => `/office/requests/${reference}`, from: Done = done) {
  return async (reference: string, version: number, sent: FormState, form: FormData): Promise<FormState> => {
    return staffForm(null, sent, form, async ({ actor, locale, state, typed }) => {
      const known = parseReference(reference);
      if (!known || !Number.isInteger(version)) notFound();
      const parsed = parseForm(command.input, typed);
      if ("codes" in parsed) return withErrors(state, typed, parsed.codes, locale);
      const performed = await performed404(perform(actor, command, parsed.value, { reference: known, expectedVersion: version }));
      if ("ok" in performed) redirect(`${done(known)}?done=${command.name}`);
      if (performed.refused === "proof-not-fresh") redirect(proveAt(from(known)));
      // The page behind the form shows what others did, and the next attempt is bound to what is seen now.
      if (performed.refused === "changed-meanwhile") refresh();
      return withRefusal(state, typed, performed.refused, locale, await toldMeanwhile(performed.meanwhile, actor));
    });
  };
}

/**
 * The gate for the person in their own space. `reference`: of the page; a tab left open on another request must not write to
 * this one. Whose session ended meanwhile gets back what this browser just sent, whether or not there is such a request.
 */
export function subjectAction<Input>(command: Command<string, Input>) {
  return async (locale: string, reference: string, sent: FormState, form: FormData): Promise<FormState> => {
    const state = stateSent(sent);
    const language = isLocale(locale) ? locale : "fr";
    const typed = typedOf(form);
    const actor = await requesterActor();
    if (!actor || reference !== actor.reference) return spaceClosed(state, typed, reference, language);
    return orFault({ state, typed, locale: language }, async () => {
      const parsed = parseForm(command.input, typed);
      if ("codes" in parsed) return withErrors(state, typed, parsed.codes, language);
      const performed = await performed404(perform(actor, command, parsed.value, { reference: actor.reference }));
      if ("refused" in performed) return withRefusal(state, typed, performed.refused, language);
      redirect(`/${language}/follow/${actor.reference}?done=${command.name}`);
    });
  };
}

type PublicHandler = (facts: { locale: "fr" | "en"; args: readonly unknown[]; typed: Typed; state: FormState }) => Promise<FormState>;

/** The gate for anyone: `(locale, …args, state, form)`, bound by the page. The handler checks each argument. */
export function publicAction(handler: PublicHandler) {
  return async (locale: string, ...rest: unknown[]): Promise<FormState> => {
    markReached();
    const form = { locale: isLocale(locale) ? locale : ("fr" as const), typed: typedOf(rest.at(-1)), state: stateSent(rest.at(-2)) };
    return orFault(form, () => handler({ ...form, args: rest.slice(0, -2) }));
  };
}

/** What was not there, or not theirs to see, is not found. */
export async function performed404<Done>(performing: Promise<Done>): Promise<Done> {
  return performing.catch((fault: unknown) => (fault instanceof NotFound ? notFound() : Promise.reject(fault)));
}

/** "Decided by Claire Martin at 14:05": what others did since the page was opened. */
async function toldMeanwhile(meanwhile: RequestEvent[] | undefined, actor: StaffActor): Promise<string> {
  if (!meanwhile?.length) return "";
  const names = await staffNames(meanwhile.map((event) => event.actor));
  const words = messages(actor.locale).law.event;
  return meanwhile.map((event) => `${words[event.type]} – ${names[event.actor] ?? ""} ${shortInstant(event.at, env().controllerTimeZone, actor.locale)}`).join("; ");
}

