// When the month may be extended: "taking into account the complexity and number of the requests". GDPR Art. 12(3).
// https://eur-lex.europa.eu/eli/reg/2016/679/oj · EDPB Guidelines 01/2022, 5.3

/** What makes a request complex, or its person's requests many. Each is told to the person in the notice. */
export const extensionReasons = ["scattered-data", "others-data", "needs-explaining", "several-requests", "amount-of-data"] as const;
export type ExtensionReason = (typeof extensionReasons)[number];

/** Months by which a reply may be put off. GDPR Art. 12(3). */
export const extensionMonths = [1, 2] as const;
export type ExtensionMonths = (typeof extensionMonths)[number];

/** Much data alone makes no request complex: one other reason at least. EDPB Guidelines 01/2022, 5.3. */
export function justifiesExtension(reasons: readonly ExtensionReason[]): boolean {
  return reasons.some((reason) => reason !== "amount-of-data");
}
