import type { CalendarDate } from "@/lib/law/calendar";
import type { Outcome } from "@/lib/law/outcomes";
import type { Right } from "@/lib/law/rights";

type Ended = { claims: readonly { right: Right; decision: { outcome: Outcome } | null; mergedInto?: string | null }[]; directivesEndedOn?: CalendarDate | null };

/**
 * Directives that were recorded, wholly or in part, are kept until they are carried out or revoked: LIL art. 85 I. Not those that
 * were refused or are answered within an earlier request, nor anything of a request that was withdrawn or merged. GDPR Art. 5(1)(e).
 */
export function keepsDirective({ state, claims, directivesEndedOn = null }: Ended & { state: string }): boolean {
  return directivesEndedOn === null && state !== "withdrawn" && state !== "merged" && claims.some(({ right, decision, mergedInto }) => right === "post-mortem-directive" && !mergedInto && (decision?.outcome === "fulfilled" || decision?.outcome === "partly-fulfilled"));
}
