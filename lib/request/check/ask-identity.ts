import { z } from "zod";
import { doubtGrounds, proofKinds } from "@/lib/law/identity";
import { choices } from "../ask/text";
import { command, refuse } from "../command";

/**
 * Asks the person for proof of identity or quality, on a recorded reasonable doubt; the clock stops until it comes.
 * GDPR Art. 12(6); decree 2019-536 art. 77. Refusals: `identity-already-verified`, `no-email`, `not-allowed-now`.
 */
export const askIdentity = command({
  name: "askIdentity",
  permission: "case.handle",
  checksVersion: true,
  input: z.object({ grounds: choices(doubtGrounds), kinds: choices(proofKinds) }).strict(),
  decide: ({ request, caseFile, input, newId }) => {
    if (request.verification) return refuse("identity-already-verified");
    if (request.marketingOnly) return refuse("not-allowed-now");
    if (!caseFile.requester.email) return refuse("no-email");
    const followUp = request.identityAsked !== null;
    return { events: [{ id: newId(), type: "IdentityRequested", data: { grounds: input.grounds, kinds: input.kinds, followUp } }] };
  },
});
