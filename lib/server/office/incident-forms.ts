import "server-only";
import { notFound, redirect } from "next/navigation";
import { z } from "zod";
import { linkIncident } from "@/lib/request/handle/link-incident";
import { dateText, line, paragraph } from "@/lib/request/ask/text";
import type { FormState } from "@/lib/request/form-state";
import { parseReference } from "@/lib/request/reference";
import type { RefusalCode } from "@/lib/request/refusal";
import type { StaffActor } from "../actor";
import { performed404 } from "../action";
import { idSent, parseForm, withErrors, withRefusal } from "../form";
import { endIncident, gather, keepAnswer, openIncident, sendAgain, writeLetter } from "../incidents";
import { perform } from "../perform";
import { incidentOf } from "../reads/incidents";
import { staffForm } from "../staff-form";
import { proofAsked } from "./prove-form";

const opening = z.object({ incidentName: line(80), startedOn: dateText() }).strict();
const letter = z.object({ letterFr: paragraph(10_000), letterEn: paragraph(10_000), sure: z.enum(["yes"], "required") }).strict();
const answer = z.object({ answerFr: z.union([z.literal(""), paragraph(10_000)]), answerEn: z.union([z.literal(""), paragraph(10_000)]) }).strict();
const alike = z.object({ from: dateText(), until: dateText(), right: z.string().max(40), locale: z.string().max(5) }).strict();

/** Opens an incident and shows it. */
export async function openIncidentForm(sent: FormState, form: FormData): Promise<FormState> {
  return answering("incident.manage", sent, form, opening, async (actor, { incidentName, startedOn }) => {
    const done = await openIncident(actor, { name: incidentName, startedOn });
    return "refused" in done ? done : { to: `${pageOf(done.id)}?done=incidentOpened` };
  });
}

/** Writes to all of the incident. */
export async function writeLetterForm(id: unknown, sent: FormState, form: FormData): Promise<FormState> {
  return answering("incident.manage", sent, form, letter, async (actor, { letterFr, letterEn }) => leading(await writeLetter(actor, idSent(id), { fr: letterFr, en: letterEn }), id, "incidentLetter"));
}

/** Keeps what every answer says first. */
export async function keepAnswerForm(id: unknown, sent: FormState, form: FormData): Promise<FormState> {
  return answering("incident.manage", sent, form, answer, async (actor, { answerFr, answerEn }) => leading(await keepAnswer(actor, idSent(id), { fr: answerFr, en: answerEn }), id, "incidentAnswer"));
}

/** Ends the incident. */
export async function endIncidentForm(id: unknown, sent: FormState, form: FormData): Promise<FormState> {
  return answering("incident.manage", sent, form, z.object({}), async (actor) => leading(await endIncident(actor, idSent(id)), id, "incidentEnded"));
}

/** Sends a letter to those who joined since. */
export async function sendAgainForm(id: unknown, letterId: unknown, sent: FormState, form: FormData): Promise<FormState> {
  return answering("incident.manage", sent, form, z.object({}), async (actor) => leading(await sendAgain(actor, idSent(id), idSent(letterId)), id, "incidentLetter"));
}

/** Lets the requests join that are like what was counted; says how many did. */
export async function gatherForm(id: unknown, sent: FormState, form: FormData): Promise<FormState> {
  return answering("case.handle", sent, form, alike, async (actor, like) => {
    const done = await gather(actor, idSent(id), like);
    return "refused" in done ? done : { to: `${pageOf(id)}?${new URLSearchParams({ ...like, joined: String(done.joined), ...(done.left && { left: "1" }) })}` };
  });
}

/** Notes on a case that it is of an incident, or of none. */
export async function linkIncidentForm(reference: unknown, sent: FormState, form: FormData): Promise<FormState> {
  return answering("case.handle", sent, form, z.object({ incidentId: z.union([z.literal(""), z.uuid("choice")]) }), async (actor, { incidentId }) => {
    const where = parseReference(reference);
    if (!where) notFound();
    if (incidentId && !(await incidentOf(actor, null)).open.some(({ id }) => id === incidentId)) return { refused: "incident-unknown" };
    const done = await performed404(perform(actor, linkIncident, { incidentId: incidentId || null }, { reference: where }));
    return "refused" in done ? done : { to: `/office/requests/${where}?done=linkIncident` };
  });
}

type Answer = { to: string } | { refused: RefusalCode };

async function answering<T>(permission: "incident.manage" | "case.handle", sent: FormState, form: FormData, schema: z.ZodType<T>, work: (actor: StaffActor, value: T) => Promise<Answer>): Promise<FormState> {
  return staffForm(permission, sent, form, async ({ actor, locale, state, typed }) => {
    const parsed = parseForm(schema, typed);
    if ("codes" in parsed) return withErrors(state, typed, parsed.codes, locale);
    const done = await work(actor, parsed.value);
    if ("refused" in done) return done.refused === "proof-not-fresh" ? proofAsked(state, typed, locale) : withRefusal(state, typed, done.refused, locale);
    redirect(done.to);
  });
}

function leading(done: { ok: true } | { refused: RefusalCode }, id: unknown, said: string): Answer {
  return "refused" in done ? done : { to: `${pageOf(id)}?done=${said}` };
}

const pageOf = (id: unknown) => `/office/incidents/${String(id)}`;
