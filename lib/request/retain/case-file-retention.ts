import type { RetainedThing } from "@/lib/law/retention";
import type { CaseFile } from "../case-file";

/**
 * What ends each field of the case file: a field without a line does not compile, a line without a rule of `lib/law/retention.ts`
 * fails the guard test. GDPR Art. 5(1)(e). `replyDraft` is gone sooner, with the reply that is sent from it.
 */
export const caseFileRetention: Record<keyof CaseFile, RetainedThing> = {
  requester: "case-file",
  represented: "case-file",
  deceased: "case-file",
  words: "case-file",
  trackingNumber: "case-file",
  claims: "case-file",
  joined: "case-file",
  messages: "case-file",
  notes: "case-file",
  explanations: "case-file",
  tasks: "case-file",
  replyDraft: "case-file",
  replies: "case-file",
};
