import { z } from "zod";
import { proofRejections } from "@/lib/law/identity";
import { choice } from "../ask/text";
import { wayToWrite } from "../case-file";
import { command, refuse } from "../command";
import { proofFileIds } from "../request";
import { isOwedWithoutProof } from "./identity-owed";

/**
 * The document does not establish the identity: it is destroyed, the person told why, and only what it was to prove, why it
 * failed, who saw it and when stay. Also one the antivirus has not judged: a file it never judges must hold up neither the
 * case nor its destruction. With `again`, the same is asked for anew in one letter, and the clock stops again from today where the first request stopped it; without, the person may still
 * send another. EDPB Guidelines 01/2022, 5.3. Refusals: `nothing-to-check`.
 */
export const rejectIdentity = command({
  name: "rejectIdentity",
  permission: "case.handle",
  checksVersion: true,
  input: z.object({ reason: choice(proofRejections), again: z.enum(["yes"], "choice").optional() }).strict(),
  decide: ({ request, caseFile, input, newId }) => {
    if (request.proofs.length === 0) return refuse("nothing-to-check");
    const { identityAsked } = request;
    const askedAgain = input.again === "yes" && identityAsked !== null;
    const rejected = { reason: input.reason, purposes: [...new Set(request.proofs.map(({ purpose }) => purpose))], destroyedFileIds: proofFileIds(request), ...(askedAgain && { askedAgain }) };
    const asked = askedAgain ? [{ id: newId(), type: "IdentityRequested" as const, data: { grounds: identityAsked.grounds, kinds: identityAsked.kinds, followUp: true, rejected: input.reason, ...(isOwedWithoutProof(request) && { beside: true as const }), ...(wayToWrite(caseFile.requester) === "post" && { byPost: true as const }) } }] : [];
    return { events: [{ id: newId(), type: "IdentityRejected", data: rejected }, ...asked] };
  },
});
