// What outlives an erasure in a separate archive, on which basis and how long. GDPR Art. 17(3)(b), (e).
// https://eur-lex.europa.eu/eli/reg/2016/679/oj
import type { Length } from "./retention";
import type { SourceId } from "./sources";

/** Data a shop must or may keep when the rest is erased. */
export const archivedCategories = ["orders", "contracts-from-120-euros", "invoices", "tax-records", "card-number"] as const;
export type ArchivedCategory = (typeof archivedCategories)[number];

/** Why a category is kept (`exception`), by which text (`source`; several still await counsel), and how long from its last act. */
export type ArchiveRule = { exception: SourceId; source: SourceId; after: Length };

/** Usual lengths in a French shop; the controller confirms each before it is told to a person. */
export const archiveDefaults: Record<ArchivedCategory, ArchiveRule> = {
  orders: { exception: "gdpr-17-3-e", source: "civil-code-2224", after: { years: 5 } },
  "contracts-from-120-euros": { exception: "gdpr-17-3-b", source: "consumer-code-l213-1", after: { years: 10 } },
  invoices: { exception: "gdpr-17-3-b", source: "commercial-code-l123-22", after: { years: 10 } },
  "tax-records": { exception: "gdpr-17-3-b", source: "tax-procedures-l102-b", after: { years: 6 } },
  "card-number": { exception: "gdpr-17-3-e", source: "cnil-2018-303", after: { months: 13 } },
};
