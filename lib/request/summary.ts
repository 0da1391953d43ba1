import { addDays, type CalendarDate, type Holidays } from "@/lib/law/calendar";
import type { Closure } from "@/lib/law/clock-settings";
import { takesEffectAtOnce } from "@/lib/law/rights";
import { type TimeLimit, type TimeLimitPolicy, timeLimit } from "@/lib/law/time-limit";
import { receiptOf } from "./arrival";
import type { CaseFile } from "./case-file";
import { lettersToPost } from "./letters-due";
import { keepsDirective } from "./retain/keeps-directive";
import { isOnDesk, isOpen, openTasks, lacksReceiptProof, owedClaims, stageOf, type SubjectRequest, waitingFor } from "./request";
import { tallyOf } from "./tally";

/** What a time limit depends on beside the case: the day, the calendar, the policy. */
export type Clock = { today: CalendarDate; holidays: Holidays; policy: TimeLimitPolicy; closures?: readonly Closure[] };

/** The due date of a case with its reasons, from its events; a registered letter was received on the day the policy of now says. GDPR Art. 12(3); Reg. 1182/71. */
export function timeLimitOf(request: SubjectRequest, { today, holidays, policy, closures = [] }: Clock): TimeLimit {
  return timeLimit({ receivedOn: receiptOf(request.receivedOn, request.arrival, policy), reopenedOn: request.reopenedOn, events: request.timeLimitEvents, today: request.closedOn ?? today, holidays, policy, closures, rights: request.claims.map((claim) => claim.right), isDueAtOnce: isDueAtOnce(request) });
}

/** Is something asked due on receipt, and not decided yet? GDPR Art. 7(3), 18(1), 21(3). */
function isDueAtOnce(request: SubjectRequest): boolean {
  return owedClaims(request).some((claim) => !claim.decision && takesEffectAtOnce(claim));
}

/** The dates of the queue row. A suspended case's move with the days. */
export type CachedDates = { dueOn: CalendarDate; targetOn: CalendarDate; suspended: boolean; suspendedOn: CalendarDate | null };

/** What the row of a case is to say of its dates. */
export function datesOf(request: SubjectRequest, clock: Clock): CachedDates {
  return datesFrom(request, timeLimitOf(request, clock));
}

function datesFrom(request: SubjectRequest, limit: TimeLimit): CachedDates {
  const suspendedOn = isOpen(request) ? limit.suspendedSince : null;
  return { dueOn: limit.dueOn, targetOn: limit.internalTargetOn, suspended: suspendedOn !== null, suspendedOn };
}

/** A message after the reply waits a week before it stands among what is late: no date of the law runs for it. */
const messageDays = 7;

function messageDueOn({ state, messageOn }: SubjectRequest): CalendarDate | null {
  return state === "message-after-reply" && messageOn ? addDays(messageOn, messageDays) : null;
}

/** The queue row: what staff sort and filter by. A cache; the events are the truth. */
export function summary(request: SubjectRequest, caseFile: Pick<CaseFile, "requester"> | null, clock: Clock) {
  const limit = timeLimitOf(request, clock);
  return {
    version: request.version,
    state: request.state,
    stage: stageOf(request),
    waitingFor: waitingFor(request),
    rights: request.claims.map((claim) => claim.right) as string[],
    locale: request.locale,
    channel: request.channel,
    receivedAt: request.receivedAt,
    receivedOn: request.receivedOn,
    ...datesFrom(request, limit),
    ...tallyOf(request, limit),
    effectAtOnce: isDueAtOnce(request),
    messageDueOn: messageDueOn(request),
    assigneeId: request.assigneeId,
    incidentId: request.incidentId,
    teamId: request.teamId,
    hasLettersToPost: caseFile !== null && request.hasCaseFile && lettersToPost(request.letters, caseFile.requester).length > 0,
    lacksReceiptProof: request.hasCaseFile && lacksReceiptProof(request),
    isOnDesk: isOnDesk(request),
    keepsDirective: keepsDirective(request),
    hasOpenTasks: openTasks(request).length > 0,
    taskDueOn: openTasks(request).map(({ dueOn }) => dueOn).sort()[0] ?? null,
    isClosed: !isOpen(request),
  };
}
