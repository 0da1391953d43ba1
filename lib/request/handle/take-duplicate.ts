import { z } from "zod";
import { wayToWrite } from "../case-file";
import { unsentProofs } from "../check/unsent-proofs";
import { command } from "../command";
import type { NewEvent } from "../event";
import { merging, type Side } from "./merging";

/**
 * The earlier of two requests for the same: it keeps its date of receipt, and takes over what the later one says, an address
 * to write to if it has none, and an identity established there. Nothing staff noted comes along. law.md § 1.3.
 * Refusals: those of `merging`.
 */
export const takeDuplicate = command({
  name: "takeDuplicate",
  permission: "case.handle",
  checksVersion: true,
  input: z.custom<{ later: Side }>(),
  decide: ({ request, caseFile, input: { later }, pendingFiles, newId }) => {
    const pairs = merging(later, { request, caseFile });
    if ("refused" in pairs) return pairs;
    const { reference: from, receivedOn, verification } = later.request;
    const events: NewEvent[] = [{ id: newId(), type: "DuplicateTaken", data: { from, receivedOn, claimIds: pairs.ofEarlier } }];
    const { email, postalAddress } = later.caseFile.requester;
    const way = wayToWrite(later.caseFile.requester);
    const needsAddress = way !== null && wayToWrite(caseFile.requester) === null;
    if (needsAddress) events.push({ id: newId(), type: "AddressRecorded", data: { way } });
    if (verification && !request.verification && request.proofs.length === 0) events.push({ id: newId(), type: "IdentityAccepted", data: { method: verification.method, kinds: verification.kinds, destroyedFileIds: unsentProofs(pendingFiles) } });
    const claims = pairs.ofLater.flatMap((id) => later.caseFile.claims[id] ?? []);
    return {
      events,
      caseFile: {
        ...caseFile,
        requester: needsAddress ? { ...caseFile.requester, email, postalAddress } : caseFile.requester,
        joined: [...caseFile.joined, { reference: from, words: later.caseFile.words, claims }],
      },
    };
  },
});
