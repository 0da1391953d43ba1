// When the clock stands still: identity to be established. GDPR Art. 12(6); EDPB Guidelines 01/2022, 5.3.
// https://www.edpb.europa.eu/system/files/2023-04/edpb_guidelines_202201_data_subject_rights_access_v2_en.pdf
import { daysBetween, laterOf } from "./calendar";
import type { CalendarDate } from "./calendar";
import type { Right } from "./rights";
import type { TimeLimitPolicy } from "./time-limit-policy";
import type { Asked, ProofSubject, TimeLimitEvent } from "./time-limit-steps";

/**
 * Time between a question and its answer. `until` null: still open. Late: asked after the days the policy allows. Off: the policy
 * gives none. Unneeded: identity was established without what was asked for, and nobody was waited for.
 * Beside: something else is owed for which no proof may be asked, and nothing suspends that. `lapsed`: no answer came, and the clock goes on without it.
 */
export type Pause = {
  about: ProofSubject | "clarification";
  from: CalendarDate;
  until: CalendarDate | null;
  verdict: "credited" | "late" | "off" | "unneeded" | "beside";
  asked?: Asked;
  lapsed?: true;
};

/** A pause with what it gave: `days` counts none twice where pauses overlap. After-limit: it began when the time was already up. */
export type CountedPause = Omit<Pause, "verdict"> & { days: number; verdict: Pause["verdict"] | "after-limit" };

/** Where the clock stands: the day it runs from and the days it stood still. */
export type Clock = { start: CalendarDate; pausedDays: number };

type Facts = { receivedOn: CalendarDate; events: readonly TimeLimitEvent[]; rights: readonly Right[]; policy: TimeLimitPolicy };

/**
 * The pauses of a case, in order. Credited only if asked without undue delay (policy days from receipt);
 * a follow-up shares the fate of the request it follows, unless that one lapsed: then the clock does not stop again. Where identity is established without
 * what was asked for, the pause ends with the person's first word after it; with none it falls, lapsed or not: it was not needed
 * (GDPR Art. 12(6)). None where something is owed beside for which no proof may be asked: its month runs, and the request has one
 * date (Art. 7(3), 21(3)). A question about scope counts on access alone, if the policy says so.
 */
export function pausesOf({ receivedOn, events, rights, policy }: Facts): Pause[] {
  const pauses: Pause[] = [];
  const open: { proof?: Pause; scope?: Pause } = {};
  let lastAsked: Pause | undefined;
  const inTime = (on: CalendarDate) => daysBetween(receivedOn, on) <= policy.identityRequestMaxDays;

  const proofVerdict = (event: TimeLimitEvent & { type: "identity-requested" }): Pause["verdict"] => {
    const isQuality = event.about === "mandate" || event.about === "heirship";
    if (policy.identityPause === "none" || (isQuality && !policy.qualityProofPauses)) return "off";
    if (event.beside) return "beside";
    if (event.creditedLate) return "credited";
    const follows = event.followUp && lastAsked?.verdict === "credited" && lastAsked.about === (event.about ?? "identity");
    return (follows || inTime(event.on)) && !lastAsked?.lapsed ? "credited" : "late";
  };
  const scopeVerdict = (on: CalendarDate): Pause["verdict"] => {
    const mayPause = policy.clarificationPause === "access-only" && rights.length > 0 && rights.every((right) => right === "access");
    if (!mayPause) return "off";
    return inTime(on) ? "credited" : "late";
  };
  const askedOf = (event: TimeLimitEvent & { type: "identity-requested" }): Asked => {
    const why = event.creditedLate ? "credited-late" : event.followUp && !lastAsked?.lapsed ? "follow-up" : undefined;
    return { grounds: event.grounds ?? [], afterDays: daysBetween(receivedOn, laterOf(event.on, receivedOn)), limitDays: policy.identityRequestMaxDays, ...(why && { why }) };
  };
  const begin = (about: Pause["about"], on: CalendarDate, verdict: Pause["verdict"], asked?: Asked): Pause => {
    const pause: Pause = { about, from: laterOf(on, receivedOn), until: null, verdict, ...(asked && { asked }) };
    pauses.push(pause);
    return pause;
  };
  const end = (pause: Pause | undefined, on: CalendarDate) => {
    if (pause) pause.until = laterOf(on, pause.from);
  };
  const settle = (pause: Pause | undefined, { on, heardOn }: TimeLimitEvent & { type: "identity-established" }) => {
    if (!pause) return;
    end(pause, heardOn ?? on);
    delete pause.lapsed;
    if (heardOn === null && pause.verdict === "credited") pause.verdict = "unneeded";
  };

  for (const event of events) {
    if (event.type === "identity-requested" && (!open.proof || (event.creditedLate && open.proof.verdict === "late"))) {
      // Asked too late, then credited: the clock stands still from the day of that decision.
      end(open.proof, event.on);
      lastAsked = open.proof = begin(event.about ?? "identity", event.on, proofVerdict(event), askedOf(event));
    } else if (event.type === "identity-received" || event.type === "identity-lapsed") {
      end(open.proof, event.on);
      if (open.proof && event.type === "identity-lapsed") open.proof.lapsed = true;
      delete open.proof;
    } else if (event.type === "identity-established") {
      settle(open.proof ?? (lastAsked?.lapsed ? lastAsked : undefined), event);
      delete open.proof;
    } else if (event.type === "clarification-requested") {
      open.scope ??= begin("clarification", event.on, scopeVerdict(event.on));
    } else if (event.type === "clarification-received") {
      end(open.scope, event.on);
      delete open.scope;
    }
  }
  return pauses.sort((one, other) => (one.from < other.from ? -1 : one.from > other.from ? 1 : 0));
}

/**
 * Lets the clock run through the pauses. A pause that begins after the last day so far cannot revive a time that is up.
 * Open pauses count as if they ended `today`. A pause that lapsed never starts the month anew: nothing came, so the time that
 * had run before it counts. `lastDay` gives the last day of the period for a state of the clock.
 */
export function runClock(pauses: readonly Pause[], receivedOn: CalendarDate, today: CalendarDate, restarts: boolean, lastDay: (clock: Clock) => CalendarDate) {
  const clock: Clock = { start: receivedOn, pausedDays: 0 };
  let countedUntil = receivedOn;
  const counted = pauses.map((pause): CountedPause => {
    const until = pause.until ?? laterOf(today, pause.from);
    const verdict = pause.verdict === "credited" && pause.from > lastDay(clock) ? "after-limit" : pause.verdict;
    if (verdict !== "credited") return { ...pause, verdict, days: daysBetween(pause.from, until) };
    const days = Math.max(0, daysBetween(laterOf(pause.from, countedUntil), until));
    countedUntil = laterOf(countedUntil, until);
    if (restarts && !pause.lapsed) Object.assign(clock, { start: laterOf(clock.start, until), pausedDays: 0 });
    else clock.pausedDays += days;
    return { ...pause, verdict, days };
  });
  return { clock, counted };
}
