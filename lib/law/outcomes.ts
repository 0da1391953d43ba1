/** How a claim may end. GDPR Art. 12(3), 12(4). A refusal, whole or in part, needs a ground. */
export const outcomes = ["fulfilled", "partly-fulfilled", "no-data-held", "refused", "redirected"] as const;
export type Outcome = (typeof outcomes)[number];
