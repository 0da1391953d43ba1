import "server-only";
import { notFound, redirect } from "next/navigation";
import { type ClockChangeRefusal, clockDifferences } from "@/lib/law/clock-change";
import { policyPoints } from "@/lib/law/policy-points";
import { messages } from "@/lib/i18n/messages";
import type { Typed } from "@/lib/request/ask/draft";
import type { ClockState } from "@/lib/request/clock-state";
import type { StaffActor } from "../actor";
import { now } from "../clock";
import { civilDay } from "../clock-facts";
import { movesUnder } from "../clock-moves";
import { changeClock, newestSettings, withChange } from "../clock-settings";
import { staffForm } from "../staff-form";
import { type ClockChangeKind, clockChangeOf, type ClockInputError, isChangeKind } from "./clock-input";
import { previewWords } from "./clock-preview";

export type { ClockState };

type Sent = { actor: StaffActor; state: ClockState; typed: Typed };

/**
 * A change of the clock's settings, in two steps: first what it would do, then, sent again with the version that was seen, it
 * is done. The fields come again with the second step and are judged again. Permission `clock.manage`.
 */
export async function changeClockForm(what: string, sent: ClockState, form: FormData): Promise<ClockState> {
  return staffForm("clock.manage", sent, form, async ({ actor, state, typed: { step, version, ...typed } }) => {
    if (!isChangeKind(what)) notFound();
    return answer({ actor, state, typed }, what, step === "edit" ? "edit" : step === "apply" ? Number(version) : "see");
  });
}

async function answer(sent: Sent, what: ClockChangeKind, step: "see" | "edit" | number): Promise<ClockState> {
  if (step === "edit") return again(sent);
  const parsed = clockChangeOf(what, sent.typed, civilDay(now()));
  if ("codes" in parsed) return again(sent, { errors: worded(parsed.codes, sent.actor) });
  if (typeof step === "number") {
    const done = await changeClock(sent.actor, parsed.value, step);
    if ("version" in done) redirect("/office/settings/time-limit?done=clock");
    if (done.refused === "no-permission") notFound();
    if (done.refused !== "changed-meanwhile") return refused(sent, done.refused);
  }
  const { version, settings } = await newestSettings();
  const changed = withChange(settings, parsed.value);
  if ("refused" in changed) return refused(sent, changed.refused);
  const preview = previewWords({ version, differences: clockDifferences(settings, changed), moves: await movesUnder(changed), locale: sent.actor.locale });
  return again(sent, { preview, refusal: step === "see" ? null : messages(sent.actor.locale).clock.changedMeanwhile });
}

/** The form again, with all that was typed. */
function again({ state, typed }: Sent, more: Partial<ClockState> = {}): ClockState {
  return { errors: {}, refusal: null, typed: { ...typed }, attempt: state.attempt + 1, ...more };
}

const fieldOf: Partial<Record<ClockChangeRefusal, string>> = { "holiday-already": "on", "holiday-not": "on", "closure-overlaps": "from" };

function refused(sent: Sent, why: ClockChangeRefusal): ClockState {
  const words = messages(sent.actor.locale).clock.refusal[why];
  const field = fieldOf[why];
  return again(sent, field ? { errors: { [field]: words } } : { refusal: words });
}

function worded(codes: Record<string, string>, { locale }: StaffActor): Record<string, string> {
  const { errors } = messages(locale).clock;
  return Object.fromEntries(Object.entries(codes).map(([field, code]) => {
    const point = Object.entries(policyPoints).find(([name]) => name === field)?.[1];
    if (point && "from" in point) return [field, errors.number(point.from, point.to)];
    const known = errors[(field === "becomes" || code === "number" ? "choice" : code) as Exclude<ClockInputError, "number">];
    return [field, known ?? errors.choice];
  }));
}
