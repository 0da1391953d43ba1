import { z } from "zod";
import { comparedFacts, comparisons } from "@/lib/law/ladder";
import { choice } from "../ask/text";
import { command, refuse } from "../command";

/**
 * Staff record what of the request agrees with the controller's own data: the address, an order number, the postcode. Only whether
 * it agrees is kept, never the value; recorded again, it replaces what was recorded before. Refusals: `nothing-compared`.
 */
export const recordEvidence = command({
  name: "recordEvidence",
  permission: "case.handle",
  checksVersion: true,
  input: z.object({ email: choice(comparisons), orderNumber: choice(comparisons), postcode: choice(comparisons) }).strict(),
  decide: ({ request, input, newId }) => {
    if (!request.compared && comparedFacts.every((fact) => input[fact] === "not-looked-at")) return refuse("nothing-compared");
    return { events: [{ id: newId(), type: "EvidenceRecorded", data: { facts: input } }] };
  },
});
