import { z } from "zod";
import { proofRejections } from "@/lib/law/identity";
import { choice } from "../ask/text";
import { command, refuse } from "../command";

/**
 * The document does not establish the identity: it is destroyed, the person is told why and may send another.
 * Refusals: `nothing-to-check`.
 */
export const rejectIdentity = command({
  name: "rejectIdentity",
  permission: "case.handle",
  checksVersion: true,
  input: z.object({ reason: choice(proofRejections) }).strict(),
  decide: ({ request, input, newId }) => {
    if (request.proofs.length === 0) return refuse("nothing-to-check");
    const destroyedFileIds = request.proofs.map((proof) => proof.fileId);
    return { events: [{ id: newId(), type: "IdentityRejected", data: { reason: input.reason, destroyedFileIds } }] };
  },
});
