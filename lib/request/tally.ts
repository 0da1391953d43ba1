import type { CalendarDate } from "@/lib/law/calendar";
import type { RefusalGround } from "@/lib/law/grounds";
import type { Outcome } from "@/lib/law/outcomes";
import type { StepRule, TimeLimit } from "@/lib/law/time-limit";
import { repliedOn } from "./letters-due";
import type { SubjectRequest } from "./request";

/** Of the rules below: rows that older ones made are made anew (the job `tally-cases`). */
export const tallyVersion = 2;

/**
 * What figures and the register say of a case. `reopenedOn`: from when the days of a request taken up again count. `answeredOn`: a reply on paper is one from the day it was posted. `isOnTime`: answered on or before the date due then; null until answered, and of
 * what was withdrawn. `extensionMonths` and `wasSuspended`: as the clock counted them. `outcomes`: of each right, in their order.
 */
export type Tally = {
  tallyVersion: number;
  reopenedOn: CalendarDate | null;
  answeredOn: CalendarDate | null;
  isOnTime: boolean | null;
  extensionMonths: number;
  wasSuspended: boolean;
  outcomes: (Outcome | "undecided" | "merged")[];
  refusalGrounds: RefusalGround[];
};

/** Steps that say the clock stood still. */
export const suspensions: ReadonlySet<StepRule> = new Set(["identity-pause", "identity-pause-open", "identity-pause-lapsed", "identity-restart", "clarification-pause", "clarification-pause-open"]);

/** The tally of a case, from its state and its time limit. GDPR Art. 12(3)-(4). */
export function tallyOf({ state, reopenedOn, closedOn, letters, claims }: SubjectRequest, { dueOn, steps }: TimeLimit): Tally {
  const answeredOn = state === "answered" || state === "message-after-reply" ? repliedOn({ letters, closedOn }) : null;
  return {
    tallyVersion,
    reopenedOn,
    answeredOn,
    isOnTime: answeredOn && answeredOn <= dueOn,
    extensionMonths: steps.find(({ rule }) => rule === "extension")?.months ?? 0,
    wasSuspended: steps.some(({ rule }) => suspensions.has(rule)),
    outcomes: claims.map(({ decision, mergedInto }) => (mergedInto ? "merged" : (decision?.outcome ?? "undecided"))),
    refusalGrounds: [...new Set(claims.flatMap(({ decision }) => decision?.grounds ?? []))],
  };
}
