import { type FilePurpose, proofPurposes } from "./event";

/** What a file is looked at for: proofs to verify who asks, everything else to handle the request. No view is without a purpose. GDPR Art. 5(1)(b). */
export type ViewedFor = "verification" | "handling";

export function viewedFor(purpose: FilePurpose): ViewedFor {
  return (proofPurposes as readonly FilePurpose[]).includes(purpose) ? "verification" : "handling";
}
