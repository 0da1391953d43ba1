import { z } from "zod";
import type { CalendarDate } from "@/lib/law/calendar";
import { doubtGrounds, isDoubt, proofKinds } from "@/lib/law/identity";
import { pausesOf } from "@/lib/law/suspension";
import type { TimeLimitEvent, TimeLimitPolicy } from "@/lib/law/time-limit";
import { receiptOf } from "../arrival";
import { choices, optional, paragraph } from "../ask/text";
import { mayBeWrittenTo, wayToWrite } from "../case-file";
import { command, refuse } from "../command";
import { noted } from "../handle/add-note";
import type { SubjectRequest } from "../request";
import { isOwedWithoutProof } from "./identity-owed";

/**
 * Asks the person for proof of identity or quality, on a recorded reasonable doubt. The clock stops until it comes if this is
 * asked in time (lib/law/suspension.ts); later only if the DPO credits it, with a reason kept as a note. Not open for marketing
 * objections and withdrawals of consent alone (`isAllowed`); while one of them is owed beside, the clock goes on.
 * GDPR Art. 12(6), 7(3), 21(3); decree 2019-536 art. 77. Refusals: `identity-already-verified`, `no-address`, `nothing-to-suspend`
 * (the clock goes on whatever is credited), `asked-in-time` (nothing to credit), `only-dpo-credits`.
 */
export const askIdentity = command({
  name: "askIdentity",
  permission: "case.handle",
  checksVersion: true,
  input: z
    .object({ grounds: choices(doubtGrounds), kinds: choices(proofKinds), creditLate: z.enum(["yes"], "choice").optional(), creditReason: optional(paragraph(4000)).optional() })
    .strict()
    .refine(({ grounds }) => isDoubt(grounds), { path: ["grounds"], message: "choice" })
    .refine(({ creditLate, creditReason }) => !creditLate || creditReason, { path: ["creditReason"], message: "required" }),
  decide: ({ request, caseFile, input, actor, today, now, policy, newId }) => {
    if (request.verification) return refuse("identity-already-verified");
    if (!mayBeWrittenTo(caseFile)) return refuse("no-address");
    const asked = { grounds: input.grounds, kinds: input.kinds, followUp: request.identityAsked !== null, ...(isOwedWithoutProof(request) && { beside: true as const }), ...(wayToWrite(caseFile.requester) === "post" && { byPost: true as const }) };
    if (!input.creditLate) return { events: [{ id: newId(), type: "IdentityRequested", data: asked }] };
    if (asked.beside) return refuse("nothing-to-suspend");
    if (!isLateToAsk(request, today, policy)) return refuse("asked-in-time");
    if (actor.kind !== "staff" || !actor.permissions.has("suspension.credit")) return refuse("only-dpo-credits");
    const note = noted(caseFile, { id: newId(), staffId: actor.id, at: now, body: input.creditReason ?? "" });
    return { events: [note.event, { id: newId(), type: "IdentityRequested", data: { ...asked, creditedLate: true } }], caseFile: note.caseFile };
  },
});

/** Would asking on this day come too late to stop the clock? Counted from where the clock counts: the receipt, or the day it was taken up again. A follow-up shares the fate of the request it follows, unless that one lapsed. EDPB Guidelines 01/2022, 5.3. */
export function isLateToAsk(request: SubjectRequest, on: CalendarDate, policy: TimeLimitPolicy): boolean {
  if (policy.identityPause === "none") return false;
  const { timeLimitEvents: events, claims } = request;
  const receivedOn = request.reopenedOn ?? receiptOf(request.receivedOn, request.arrival, policy);
  const asked: TimeLimitEvent = { type: "identity-requested", on, followUp: request.identityAsked !== null, beside: isOwedWithoutProof(request) };
  const before = pausesOf({ receivedOn, events: [...events, { type: "identity-received", on }, asked], rights: claims.map(({ right }) => right), policy });
  return before.findLast(({ about }) => about !== "clarification")?.verdict === "late";
}
