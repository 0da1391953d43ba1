import { type ExtensionMonths, extensionMonths } from "@/lib/law/extension";
import type { CalendarDate } from "@/lib/law/calendar";
import type { TimeLimitEvent } from "@/lib/law/time-limit";
import { isAllowed } from "./allowed";
import { isLateToAsk } from "./check/ask-identity";
import { isUnanswered } from "./check/identity-clock";
import { isOwedWithoutProof } from "./check/identity-owed";
import { type Lapse, lapseOf } from "./check/identity-lapse";
import type { SubjectRequest } from "./request";
import { type Clock, timeLimitOf } from "./summary";

/** What a step taken today would do to the clock, told before it is taken. */
export type WhatIf = {
  /** Where an extension of so many months would lead; none once it is too late or done. GDPR Art. 12(3). */
  extended: { months: ExtensionMonths; dueOn: CalendarDate }[];
  /** Would asking to specify stop the clock? */
  clarificationPauses: boolean;
  /** Days after receipt within which asking for proof stops the clock; null where the policy never lets it. */
  askWithinDays: number | null;
  /** Asking for proof would no longer stop the clock: days the policy allows; null where it would. */
  lateToAskAfterDays: number | null;
  /** Asking for proof would not stop the clock: something is owed for which none may be asked. */
  isAskedBeside: boolean;
  /** When the answer is due if identity is established today without what was asked for; null where that moves no date. */
  establishedDueOn: CalendarDate | null;
  /** When the request for proof may lapse, and when the answer is due if it does today; null where none stops the clock. */
  lapse: (Lapse & { dueOn: CalendarDate }) | null;
};

/** Looks ahead one step from today. */
export function whatIf(request: SubjectRequest, clock: Clock): WhatIf {
  const { today, policy } = clock;
  const after = (event: TimeLimitEvent) => timeLimitOf({ ...request, timeLimitEvents: [...request.timeLimitEvents, event] }, clock);
  const now = timeLimitOf(request, clock);
  const mayExtend = isAllowed(request, "extendDeadline") && today <= now.extensionNoticeDueOn;
  const establishedDueOn = isAllowed(request, "acceptIdentity") && isUnanswered(request) ? after({ type: "identity-established", on: today, heardOn: request.heardOn }).dueOn : null;
  const lapse = isAllowed(request, "lapseIdentity") ? lapseOf(request, clock) : null;
  return {
    extended: mayExtend ? extensionMonths.map((months) => ({ months, dueOn: after({ type: "extension-notified", on: today, months }).dueOn })) : [],
    clarificationPauses: after({ type: "clarification-requested", on: today }).steps.some(({ rule, since }) => rule === "clarification-pause-open" && since === today),
    askWithinDays: policy.identityPause === "none" ? null : policy.identityRequestMaxDays,
    lateToAskAfterDays: isLateToAsk(request, today, policy) ? policy.identityRequestMaxDays : null,
    isAskedBeside: isOwedWithoutProof(request),
    establishedDueOn: establishedDueOn === now.dueOn ? null : establishedDueOn,
    lapse: lapse && { ...lapse, dueOn: after({ type: "identity-lapsed", on: today }).dueOn },
  };
}
