import { z } from "zod";
import { arrivedByFields, arrivedByOf } from "../arrived-by";
import { choices } from "../ask/text";
import { command, refuse } from "../command";
import { proofPurposes } from "../event";

/**
 * Staff record that the proof asked for was shown at the counter or came on paper; the clock goes on from the day it reached us.
 * No copy is made: the paper is seen, noted by its kind, and given or sent back. GDPR Art. 5(1)(c), 12(6); CNIL SAN-2020-008.
 * Refusals: `identity-already-verified`, `arrival-day`.
 */
export const recordIdentity = command({
  name: "recordIdentity",
  permission: "case.handle",
  checksVersion: true,
  input: z.object({ ...arrivedByFields, seen: choices(proofPurposes) }).strict(),
  decide: ({ request, input, today, newId }) => {
    if (request.verification) return refuse("identity-already-verified");
    const arrived = arrivedByOf(input, request, today);
    if (!arrived || (request.identityAsked && arrived.on < request.identityAsked.on)) return refuse("arrival-day");
    return { events: [{ id: newId(), type: "IdentityReceived", data: { files: [], seen: input.seen, arrived } }] };
  },
});
