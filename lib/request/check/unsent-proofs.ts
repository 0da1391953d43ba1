import type { PendingFile } from "../command";
import { proofPurposes } from "../event";

/** Documents the person has uploaded to prove who they are and not yet sent: once the identity is established nobody needs them. GDPR Art. 5(1)(c). */
export function unsentProofs(pendingFiles: readonly PendingFile[]): string[] {
  return pendingFiles.flatMap(({ id, staffId, purpose }) => (staffId === null && proofPurposes.some((each) => each === purpose) ? [id] : []));
}
