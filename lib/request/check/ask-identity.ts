import { z } from "zod";
import { doubtGrounds, isDoubt, proofKinds } from "@/lib/law/identity";
import { choices } from "../ask/text";
import { mayBeWrittenTo } from "../case-file";
import { command, refuse } from "../command";

/**
 * Asks the person for proof of identity or quality, on a recorded reasonable doubt. The clock stops until it comes if this is
 * asked in time (lib/law/suspension.ts). Not open for marketing objections and withdrawals of consent alone (`isAllowed`).
 * GDPR Art. 12(6), 7(3), 21(3); decree 2019-536 art. 77. Refusals: `identity-already-verified`, `no-address`.
 */
export const askIdentity = command({
  name: "askIdentity",
  permission: "case.handle",
  checksVersion: true,
  input: z.object({ grounds: choices(doubtGrounds), kinds: choices(proofKinds) }).strict().refine(({ grounds }) => isDoubt(grounds), { path: ["grounds"], message: "choice" }),
  decide: ({ request, caseFile, input, newId }) => {
    if (request.verification) return refuse("identity-already-verified");
    if (!mayBeWrittenTo(caseFile)) return refuse("no-address");
    const followUp = request.identityAsked !== null;
    return { events: [{ id: newId(), type: "IdentityRequested", data: { grounds: input.grounds, kinds: input.kinds, followUp } }] };
  },
});
