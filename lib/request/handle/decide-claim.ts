import { z } from "zod";
import { carries, groundsOf, refusalGrounds } from "@/lib/law/grounds";
import { needsGround, outcomes, outcomesOf } from "@/lib/law/outcomes";
import { isProofOwed, mayEndUnproven } from "../check/identity-owed";
import { choice, optional, paragraph } from "../ask/text";
import { command, refuse } from "../command";

/**
 * Decides one claim: an outcome from the list of its right, with grounds where something is refused. GDPR Art. 12(4).
 * On a human review the reviewer may not be whoever took or ran the automated decision: staff are told so, and the letter asks
 * for the reviewer's position and the reasons. GDPR Art. 22(3). While a proof is awaited, a claim that needs it can only be
 * refused for want of it: the person is owed an answer within the month all the same.
 * Refusals: `claim-unknown`, `claim-answered`, `outcome-not-for-this-right`, `ground-missing`, `ground-not-for-this-right`, `identity-unsettled`.
 */
export const decideClaim = command({
  name: "decideClaim",
  permission: "case.handle",
  checksVersion: true,
  input: z
    .object({
      claimId: z.uuid("choice"),
      outcome: choice(outcomes),
      grounds: z.preprocess((value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]), z.array(z.enum(refusalGrounds, "choice"))),
      explanation: optional(paragraph(10_000)),
    })
    .strict()
    .refine((value) => !needsGround(value.outcome) || value.explanation, { path: ["explanation"], message: "required" }),
  decide: ({ request, caseFile, input, newId }) => {
    const claim = request.claims.find((candidate) => candidate.id === input.claimId);
    if (!claim) return refuse("claim-unknown");
    if (claim.answeredOn) return refuse("claim-answered");
    if (!outcomesOf(claim.right, claim).includes(input.outcome)) return refuse("outcome-not-for-this-right");
    const grounds = needsGround(input.outcome) ? input.grounds : [];
    if (needsGround(input.outcome) && grounds.length === 0) return refuse("ground-missing");
    const allowed = groundsOf(claim.right, claim).map(({ ground }) => ground);
    if (grounds.some((ground) => !allowed.includes(ground))) return refuse("ground-not-for-this-right");
    if (grounds.length > 0 && !grounds.some((ground) => carries(claim.right, ground, input.outcome))) return refuse("ground-not-for-this-right");
    const isUnproven = isProofOwed(request, caseFile, claim) && !mayEndUnproven(claim, input.outcome, grounds);
    if (isUnproven || request.proofs.length > 0) return refuse("identity-unsettled");
    return {
      events: [{ id: newId(), type: "ClaimDecided", data: { claimId: claim.id, outcome: input.outcome, grounds } }],
      caseFile: { ...caseFile, explanations: { ...caseFile.explanations, [claim.id]: input.explanation ?? "" } },
    };
  },
});
