/** Who may ask: the person, someone they mandated, or someone close to a person who died. LIL art. 85; decree 2019-536 art. 77, 124. */
export const requesterKinds = ["data-subject", "representative", "heir"] as const;
export type RequesterKind = (typeof requesterKinds)[number];

/** In which capacity someone writes about a person who died. */
export const capacities = ["designated", "heir", "notary", "relative"] as const;
export type Capacity = (typeof capacities)[number];

/** What may be wanted after a death. LIL art. 85 I and II. */
export const estateWishes = [
  "stop-mailings",
  "close-account",
  "information-for-estate",
  "digital-memories",
  "apply-directives",
  "update-data",
] as const;
export type EstateWish = (typeof estateWishes)[number];
