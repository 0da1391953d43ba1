// Who may ask: the person, someone they mandated, or someone close to a person who died.
// LIL art. 85: https://www.legifrance.gouv.fr/loda/id/JORFTEXT000000886460
// Decree 2019-536 art. 77, 124: https://www.legifrance.gouv.fr/loda/id/JORFTEXT000038528420

/** Who may ask: the person, someone they mandated, or someone close to a person who died. LIL art. 85; decree 2019-536 art. 77, 124. */
const requesterKinds = ["data-subject", "representative", "heir"] as const;
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

/** Harmless to the dead and reversible, hence open to all and even where heirs disagree; the others disclose or erase. */
const neutralWishes: ReadonlySet<EstateWish> = new Set(["stop-mailings"]);

/** Is nothing wanted but what harms nobody? Then it is done at once for whoever asks, and no paper is needed. LIL art. 85 II. */
export function areHarmless(wishes: readonly EstateWish[]): boolean {
  return wishes.length > 0 && wishes.every((wish) => neutralWishes.has(wish));
}

/**
 * May someone in this capacity obtain the wish? A relative who is not an heir may have the mailings stopped, and is told nothing.
 * Everyone else may ask for all of it. LIL art. 85 II.
 */
export function mayWish(capacity: Capacity, wish: EstateWish): boolean {
  return neutralWishes.has(wish) || capacity !== "relative";
}
