import { z } from "zod";
import { proofKinds, verificationMethods } from "@/lib/law/identity";
import { choice } from "../ask/text";
import { command, refuse } from "../command";
import { proofFileIds } from "../request";
import { isUnanswered } from "./identity-clock";
import { unsentProofs } from "./unsent-proofs";

/**
 * Records that the identity is established: by whom, how, on which kind of document. The documents are destroyed at once, with
 * those the person had uploaded and not yet sent; only this record stays. CNIL SAN-2020-008 § 41. Where what was asked for never
 * came, the clock stood still no longer than until the person was heard of: else it was not needed. GDPR Art. 12(6); law.md § 1.2.
 * Refusals: `identity-already-verified`, `no-code-entered` (nobody has opened the space with a code), `nothing-to-check`,
 * `not-scanned-yet` (none of the documents could be looked at).
 */
export const acceptIdentity = command({
  name: "acceptIdentity",
  permission: "case.handle",
  checksVersion: true,
  input: z
    .object({
      method: choice(verificationMethods),
      kinds: z.preprocess((value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]), z.array(z.enum(proofKinds, "choice"))),
    })
    .strict()
    .refine((value) => value.method !== "document" || value.kinds.length > 0, { path: ["kinds"], message: "required" }),
  decide: ({ request, input, pendingFiles, unscannedFiles, newId }) => {
    if (request.verification) return refuse("identity-already-verified");
    if (input.method === "email-code" && !request.emailCodeUsedOn) return refuse("no-code-entered");
    if (input.method === "document" && request.proofs.length === 0) return refuse("nothing-to-check");
    const wasSeen = request.proofs.some(({ fileId }) => fileId === null || !unscannedFiles.includes(fileId));
    if (input.method === "document" && !wasSeen) return refuse("not-scanned-yet");
    const destroyedFileIds = [...proofFileIds(request), ...unsentProofs(pendingFiles)];
    const without = input.method !== "document" && isUnanswered(request) ? { heardOn: request.heardOn } : {};
    return { events: [{ id: newId(), type: "IdentityAccepted", data: { method: input.method, kinds: input.kinds, destroyedFileIds, ...without } }] };
  },
});
