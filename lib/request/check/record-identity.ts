import { z } from "zod";
import { arrivedByFields, arrivedByOf } from "../arrived-by";
import { choices } from "../ask/text";
import { command, refuse } from "../command";
import { closedStates } from "../request";
import { proofPurposes } from "../event";
import { reopening } from "./reopening";

/**
 * Staff record that the proof asked for was shown at the counter or came on paper; the clock goes on from the day it reached us.
 * A request answered by a refusal for want of it is taken up again from that day. No copy is made: the paper is seen, noted by its kind, and given or sent back. GDPR Art. 5(1)(c), 12(6); CNIL SAN-2020-008.
 * Refusals: `identity-already-verified`, `arrival-day`.
 */
export const recordIdentity = command({
  name: "recordIdentity",
  permission: "case.handle",
  checksVersion: true,
  input: z.object({ ...arrivedByFields, seen: choices(proofPurposes) }).strict(),
  decide: ({ request, input, today, newId }) => {
    if (request.verification && !closedStates.has(request.state)) return refuse("identity-already-verified");
    const arrived = arrivedByOf(input, request, today);
    if (!arrived || (request.identityAsked && arrived.on < request.identityAsked.on)) return refuse("arrival-day");
    const reopened = reopening(newId(), request, "proof", arrived.on);
    return { events: [...reopened, { id: newId(), type: "IdentityReceived", data: { files: [], seen: input.seen, arrived, ...(reopened.length > 0 && { reopens: true as const }) } }] };
  },
});
