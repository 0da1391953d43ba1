import { z } from "zod";
import { unsentProofs } from "../check/unsent-proofs";
import { command } from "../command";
import type { NewEvent } from "../event";
import { merging, type Side } from "./merging";

/**
 * The earlier of two requests for the same: it keeps its date of receipt, and takes over what the later one says, and an identity
 * established there, which `merging` lets through between requests of one e-mail address only. No address comes along: where
 * one is missing, only the name ties the two. Nor does what staff noted. law.md § 1.3; GDPR Art. 5(1)(f). Refusals: those of `merging`.
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
    if (verification && !request.verification && request.proofs.length === 0) events.push({ id: newId(), type: "IdentityAccepted", data: { method: verification.method, kinds: verification.kinds, destroyedFileIds: unsentProofs(pendingFiles) } });
    const claims = pairs.ofLater.flatMap((id) => later.caseFile.claims[id] ?? []);
    return {
      events,
      caseFile: {
        ...caseFile,
        joined: [...caseFile.joined, { reference: from, words: later.caseFile.words, claims }],
      },
    };
  },
});
