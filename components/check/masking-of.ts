import type { Locale } from "@/lib/i18n/locale";
import { type FilePurpose, type ProofPurpose, proofPurposes } from "@/lib/request/event";

/** What a watermark says: who may use the copy, for which request, since when (in figures, in the language of the page). */
export type Mark = { controller: string; reference: string | null; on: string };
export type Masking = { purpose: ProofPurpose; mark: Mark; locale: Locale };

/** Proofs of identity and quality can be covered before they leave; null for what is sent as it is. */
export function maskingOf(purpose: FilePurpose, mark: Mark, locale: Locale): Masking | null {
  const proof = proofPurposes.find((each) => each === purpose);
  return proof ? { purpose: proof, mark, locale } : null;
}
