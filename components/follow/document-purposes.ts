import type { ProofKind } from "@/lib/law/identity";
import type { FilePurpose } from "@/lib/request/event";

const purposeOfKind: Record<ProofKind, FilePurpose> = {
  "identity-card": "identity",
  passport: "identity",
  "residence-permit": "identity",
  "driving-licence": "identity",
  mandate: "mandate",
  "death-certificate": "death-certificate",
  "heirship-proof": "heirship-proof",
  directive: "heirship-proof",
  other: "evidence",
};

/** What the person is offered to send: one place for each thing to be proved, and for what they have added already. */
export function documentPurposes(kinds: readonly ProofKind[], added: readonly FilePurpose[]): FilePurpose[] {
  const wanted = kinds.length > 0 ? kinds.map((kind) => purposeOfKind[kind]) : (["identity", "evidence"] as const);
  return [...new Set([...wanted, ...added])];
}
