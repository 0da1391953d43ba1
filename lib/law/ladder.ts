// The ladder of identity: as little as the risk of the answer allows, never a document without a doubt. GDPR Art. 12(6); decree 2019-536 art. 77.
// https://eur-lex.europa.eu/eli/reg/2016/679/oj · https://www.legifrance.gouv.fr/loda/id/JORFTEXT000038528420

/** What staff may compare with the controller's own data. Whether it agrees is recorded, never the value. */
export const comparedFacts = ["email", "orderNumber", "postcode"] as const;
export type ComparedFact = (typeof comparedFacts)[number];
export const comparisons = ["matches", "differs", "not-looked-at"] as const;
export type Comparison = (typeof comparisons)[number];
export type Compared = Record<ComparedFact, Comparison>;

/** The rungs, lightest first. `account`: signed in with the customer's account, which this portal does not offer. EDPB Guidelines 01/2022, 72-74. */
export const rungs = ["account", "email-on-file", "known-facts", "document", "registered-letter"] as const;
export type Rung = (typeof rungs)[number];

/** `partly`: begun, not enough alone. `against`: something was compared and differs. */
export type RungStanding = "not-offered" | "open" | "partly" | "against" | "reached";

/** What is known of who asks, as far as the ladder goes. `document`: asked for or received, or seen and accepted. */
export type Known = { codeEntered: boolean; compared: Compared | null; document: "none" | "under-way" | "accepted" };

/** Where the person stands on each rung. An address that opens the space counts only if it is the one on file. */
export function ladderOf({ codeEntered, compared, document }: Known): Record<Rung, RungStanding> {
  const { email, orderNumber, postcode } = compared ?? ({ email: "not-looked-at", orderNumber: "not-looked-at", postcode: "not-looked-at" } satisfies Compared);
  const standing = (...steps: readonly (Comparison | boolean)[]): RungStanding => {
    if (steps.includes("differs")) return "against";
    const done = steps.filter((step) => step === true || step === "matches").length;
    return done === steps.length ? "reached" : done > 0 ? "partly" : "open";
  };
  return {
    account: "not-offered",
    "email-on-file": standing(codeEntered, email),
    "known-facts": standing(orderNumber, postcode),
    document: document === "accepted" ? "reached" : document === "under-way" ? "partly" : "open",
    "registered-letter": "open",
  };
}
