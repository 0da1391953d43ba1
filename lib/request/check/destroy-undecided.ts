import { z } from "zod";
import { firstEraseOn } from "@/lib/law/retention";
import { identityPolicyOf } from "@/lib/law/rights";
import { claimKindsOf } from "../claim-kinds";
import { command, refuse } from "../command";
import type { SubjectRequest } from "../request";

/**
 * Documents that nobody accepted or rejected for thirty days are destroyed, whatever they hold: the delay is ours. The person is
 * told, and asked again where the proof is needed; the clock is left as it is. GDPR Art. 5(1)(e); security.md UP8.
 * Refusals: `nothing-to-check` (none is that old).
 */
export const destroyUndecided = command({
  name: "destroyUndecided",
  permission: "system",
  input: z.object({}).strict(),
  decide: ({ request, caseFile, today, newId }) => {
    const destroyedFileIds = request.proofs.flatMap(({ fileId, on }) => (fileId !== null && (eraseProofOn(on) ?? today) <= today ? [fileId] : []));
    if (destroyedFileIds.length === 0) return refuse("nothing-to-check");
    const isNeeded = request.identityAsked !== null || identityPolicyOf(claimKindsOf(request, caseFile)) === "required";
    return { events: [{ id: newId(), type: "ProofsExpired", data: { destroyedFileIds, isNeeded } }] };
  },
});

/** The day on which a document that came then is destroyed undecided. */
function eraseProofOn(on: SubjectRequest["proofs"][number]["on"]) {
  return firstEraseOn("identity-document", { received: on });
}

/** The day by which the documents that wait have to be decided on; null where none waits. */
export function decideProofsBy({ proofs }: Pick<SubjectRequest, "proofs">) {
  const days = proofs.flatMap(({ fileId, on }) => (fileId === null ? [] : (eraseProofOn(on) ?? [])));
  return days.sort()[0] ?? null;
}
