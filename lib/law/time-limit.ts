// The time limit of a reply, as justified steps. GDPR Art. 12(3)-(4); Reg. 1182/71 art. 3; CJEU C-171/03 Toeters.
// https://eur-lex.europa.eu/eli/reg/2016/679/oj · https://eur-lex.europa.eu/eli/reg/1971/1182/oj
import { addDays, addMonthsClamped, isWeekend, isWorkingDay, lastWorkingDay, laterOf, workingDaysBefore } from "./calendar";
import type { CalendarDate, Holidays } from "./calendar";
import type { Closure } from "./clock-settings";
import type { Right } from "./rights";
import { pauseSteps } from "./pause-steps";
import { pausesOf, runClock } from "./suspension";
import type { Clock } from "./suspension";
import { hasTimeLimit, type TimeLimitPolicy } from "./time-limit-policy";
import type { Step, StepRule, TimeLimitEvent } from "./time-limit-steps";

export { defaultPolicy, type TimeLimitPolicy } from "./time-limit-policy";
export { type Step, type StepRule, stepRules, type TimeLimitEvent } from "./time-limit-steps";

export type TimeLimitInput = {
  /** The civil day the request reached the controller, by any channel, at any hour, week-ends included. */
  receivedOn: CalendarDate;
  /** The day what was missing reached the controller after a refusal for want of proof: a month runs from it as from a new receipt. `events`: those since. */
  reopenedOn?: CalendarDate | null;
  events: readonly TimeLimitEvent[];
  holidays: Holidays;
  policy: TimeLimitPolicy;
  /** While a suspension is open, it counts as if it ended this day. */
  today: CalendarDate;
  /** The rights asked for; a question about scope can only pause access. */
  rights?: readonly Right[];
  /** Something asked is due on receipt and not done yet: GDPR Art. 7(3), 18(1)(a) and (d), 21(3). It bears on the internal target alone. */
  isDueAtOnce?: boolean;
  /** Days on which the controller does not work: they bear on the internal target alone. */
  closures?: readonly Closure[];
};

export type TimeLimit = {
  /** Last day to reply, until midnight of the controller's zone. */
  dueOn: CalendarDate;
  /** The due date before it moved to a working day. */
  unrolledDueOn: CalendarDate;
  /** The due date from the first receipt, were no pause, no extension and no new month credited: what is certain. */
  strictDueOn: CalendarDate;
  /** When the controller means to have replied; a working day, before a closure rather than in it. */
  internalTargetOn: CalendarDate;
  /** Last day to give notice of an extension with its reasons. GDPR Art. 12(3). */
  extensionNoticeDueOn: CalendarDate;
  /** Last day to refuse: never extended. GDPR Art. 12(4). */
  refusalDueOn: CalendarDate;
  /** Last day to hand a reply to the post. */
  handToPostOn: CalendarDate;
  /** First day of the open suspension that is credited, or null. */
  suspendedSince: CalendarDate | null;
  /** Once that suspension ends, does the month begin anew rather than go on from where it stopped? By policy. */
  startsAnew: boolean;
  /** When an open suspension calls for a decision, or null. */
  suspensionLapsesOn: CalendarDate | null;
  /** From receipt to `dueOn`, each with its source. */
  steps: Step[];
};

/**
 * The time limit of a request: clamp to the month's end, then add the days of pause, then move to a working day.
 * Months are counted from receipt, never chained. An extension counts if its notice was given in the first period.
 */
export function timeLimit({ receivedOn: firstReceivedOn, reopenedOn = null, holidays, policy, today, rights = [], closures = [], isDueAtOnce = false, ...input }: TimeLimitInput): TimeLimit {
  const receivedOn = reopenedOn ?? firstReceivedOn;
  const events = [...input.events].sort((one, other) => (one.on < other.on ? -1 : one.on > other.on ? 1 : 0));
  const pauses = pausesOf({ receivedOn, events, rights, policy });
  const roll = (date: CalendarDate) => rollSteps(date, holidays, policy).at(-1)?.after ?? date;
  const run = (unrolled: (clock: Clock) => CalendarDate) => {
    const { clock, counted } = runClock(pauses, receivedOn, today, policy.identityPause === "restart", (state) => roll(unrolled(state)));
    return { clock, counted, unrolledOn: unrolled(clock), lastOn: roll(unrolled(clock)) };
  };

  const first = run((clock) => addDays(addMonthsClamped(clock.start, 1), clock.pausedDays));
  const extensionNoticeDueOn = policy.extensionNoticeRolls ? first.lastOn : first.unrolledOn;
  const notices = events.filter((event) => event.type === "extension-notified");
  const months = Math.max(0, ...notices.filter((notice) => notice.on <= extensionNoticeDueOn).map((notice) => notice.months));
  const fromReceipt = (clock: Clock) => addDays(addMonthsClamped(clock.start, 1 + months), clock.pausedDays);
  const fromFirstDate = (clock: Clock) => addDays(addMonthsClamped(first.lastOn, months), clock.pausedDays - first.clock.pausedDays);
  const anchorsOnFirst = policy.extensionAnchor === "earlier-of-receipt-and-first-date";
  const final =
    months === 0
      ? first
      : run((clock) => (anchorsOnFirst && clock.start === first.clock.start && fromFirstDate(clock) < fromReceipt(clock) ? fromFirstDate(clock) : fromReceipt(clock)));

  const suspendedSince = final.counted.find((pause) => pause.verdict === "credited" && pause.until === null)?.from ?? null;
  const isTooLate = months === 0 && notices.length > 0;
  return {
    dueOn: final.lastOn,
    unrolledDueOn: final.unrolledOn,
    strictDueOn: roll(addMonthsClamped(firstReceivedOn, 1)),
    internalTargetOn: targetOf(receivedOn, isDueAtOnce ? addDays(receivedOn, atOnceDays) : addDays(addMonthsClamped(receivedOn, 1), -policy.internalTargetDays), holidays, closures),
    extensionNoticeDueOn,
    refusalDueOn: first.lastOn,
    handToPostOn: workingDaysBefore(final.lastOn, policy.postalMarginWorkingDays, holidays),
    suspendedSince,
    startsAnew: suspendedSince !== null && policy.identityPause === "restart",
    suspensionLapsesOn: suspendedSince && addDays(suspendedSince, policy.lapseAlarmDays),
    steps: [
      ...receiptSteps(firstReceivedOn, reopenedOn),
      ...periodSteps(receivedOn, events, final.clock.start, months, afterDeath(rights, policy)),
      ...pauseSteps(final.counted, addMonthsClamped(final.clock.start, 1 + months), final.clock.start, policy),
      ...(final.unrolledOn < fromReceipt(final.clock)
        ? [{ rule: "extension-from-first-date", source: "controller-policy", before: fromReceipt(final.clock), after: final.unrolledOn, months } as const]
        : []),
      ...rollSteps(final.unrolledOn, holidays, policy),
      ...(isTooLate ? [{ rule: "extension-too-late", source: "gdpr-12-3", before: final.lastOn, after: final.lastOn, since: notices[0]?.on } as const] : []),
    ],
  };
}

/** The GDPR binds only towards the living: then the date is the controller's own promise, or its aim. GDPR recital 27. */
function afterDeath(rights: readonly Right[], policy: TimeLimitPolicy): StepRule | null {
  if (rights.length === 0 || !rights.every((right) => right === "deceased")) return null;
  return rights.every((right) => hasTimeLimit(right, policy)) ? "after-death" : "after-death-no-limit";
}

/** Days within which what is due on receipt is done: our own measure of "at once". law.md § 1.3. */
const atOnceDays = 2;

/** The last working day up to that one; before a closure it would fall into, unless that began before the request came. */
function targetOf(receivedOn: CalendarDate, by: CalendarDate, holidays: Holidays, closures: readonly Closure[]): CalendarDate {
  const target = laterOf(lastWorkingDay(by, holidays), receivedOn);
  const closed = (day: CalendarDate) => closures.find(({ from, until }) => from <= day && day <= until);
  let open = target;
  for (let closure = closed(open); closure; closure = closed(open)) open = lastWorkingDay(addDays(closure.from, -1), holidays);
  return open < receivedOn ? target : open;
}

/** The day it came, and the day it was taken up again after a refusal for want of proof. GDPR Art. 12(2), 12(4). */
function receiptSteps(receivedOn: CalendarDate, reopenedOn: CalendarDate | null): Step[] {
  const steps: Step[] = [{ rule: "received", source: "gdpr-12-3", before: receivedOn, after: receivedOn }];
  if (reopenedOn) steps.push({ rule: "reopened", source: "controller-policy", before: receivedOn, after: reopenedOn });
  return steps;
}

/** The month from receipt, the extension, and the end of a short month. */
function periodSteps(receivedOn: CalendarDate, events: readonly TimeLimitEvent[], start: CalendarDate, months: number, ofTheDead: StepRule | null): Step[] {
  const steps: Step[] = [];
  if (ofTheDead) steps.push({ rule: ofTheDead, source: "controller-policy", before: receivedOn, after: receivedOn });
  for (const event of events) {
    const rule = event.type === "forwarded-internally" ? "forwarding-not-a-pause" : event.type === "posted" && event.on <= receivedOn ? "posting-not-counted" : null;
    if (rule) steps.push({ rule, source: "gdpr-12-3", before: receivedOn, after: receivedOn, since: event.on });
  }
  if (start !== receivedOn) steps.push({ rule: "identity-restart", source: "controller-policy", before: receivedOn, after: start });
  const monthOn = addMonthsClamped(start, 1);
  const endOn = addMonthsClamped(start, 1 + months);
  steps.push({ rule: "one-month", source: "gdpr-12-3", before: start, after: monthOn, months: 1 });
  if (months > 0) steps.push({ rule: "extension", source: "gdpr-12-3", before: monthOn, after: endOn, months });
  if (start.slice(8) !== endOn.slice(8)) steps.push({ rule: "month-end-clamp", source: "reg-1182-71-3-2-c", before: endOn, after: endOn });
  return steps;
}

/** A last day that is a Saturday, a Sunday or a public holiday moves to the next working day. Reg. 1182/71 art. 3(4). */
function rollSteps(date: CalendarDate, holidays: Holidays, policy: TimeLimitPolicy): Step[] {
  const steps: Step[] = [];
  for (let before = date; policy.rollsToWorkingDay && !isWorkingDay(before, holidays); ) {
    const isWeekEnd = isWeekend(before);
    const holiday = isWeekEnd ? null : holidays.key(before);
    let after = addDays(before, 1);
    while (isWeekEnd && isWeekend(after)) after = addDays(after, 1);
    steps.push({ rule: isWeekEnd ? "rolled-weekend" : "rolled-holiday", source: "reg-1182-71-3-4", before, after, ...(holiday && { holiday }) });
    before = after;
  }
  return steps;
}
