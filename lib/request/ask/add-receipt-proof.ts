import { z } from "zod";
import { command, refuse } from "../command";
import { choice, line, optional } from "./text";

/**
 * Adds the proof of the day a request came: the scan uploaded for it, or the number of the registered letter.
 * Refusals: `no-file` (neither).
 */
export const addReceiptProof = command({
  name: "addReceiptProof",
  permission: "case.handle",
  input: z
    .object({ by: choice(["scan", "number"]), trackingNumber: optional(line(40)) })
    .strict()
    .refine(({ by, trackingNumber }) => by !== "number" || trackingNumber !== null, { path: ["trackingNumber"], message: "required" }),
  decide: ({ request, caseFile, input: { trackingNumber }, pendingFiles, newId }) => {
    const files = pendingFiles.filter((file) => file.purpose === "receipt-proof").map(({ id, purpose }) => ({ id, purpose }));
    const isNumbered = trackingNumber !== null && request.arrival.post?.kind === "registered";
    if (files.length === 0 && !isNumbered) return refuse("no-file");
    return {
      events: [{ id: newId(), type: "ReceiptProofAdded", data: { files, isNumbered } }],
      ...(isNumbered ? { caseFile: { ...caseFile, trackingNumber } } : {}),
    };
  },
});
