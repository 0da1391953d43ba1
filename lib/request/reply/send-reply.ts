import { z } from "zod";
import { isRefusal } from "@/lib/law/outcomes";
import { wayToWrite } from "../case-file";
import { isProofOwed, mayEndUnproven } from "../check/identity-owed";
import { command, refuse } from "../command";
import { owedClaims } from "../request";

/**
 * Sends the drafted answer: available in the person's space at once, told by e-mail, or by post, where it counts from the day it is handed over. Closes the case and destroys what is
 * left of identity documents. On a request taken up again it answers what was taken up. GDPR Art. 12(3)-(4). With a proof still awaited, only what `mayEndUnproven` lets end is sent.
 * It leaves the house for good: whoever presses it has proved who they are a moment ago, and the files that go with it are those
 * they were shown (`fileIds`), neither more nor fewer. security.md AC7; GDPR Art. 5(1)(f).
 * Refusals: `changed-meanwhile` (a file was added or taken away since), `claims-undecided`, `identity-unsettled`, `reply-empty`, `reply-incomplete`, `remedies-missing`, `only-dpo-sends-refusal`.
 */
export const sendReply = command({
  name: "sendReply",
  permission: "case.handle",
  checksVersion: true,
  asksProof: true,
  input: z.object({ fileIds: z.preprocess((value) => (value === undefined || value === "" ? [] : Array.isArray(value) ? value : [value]), z.array(z.uuid("choice")).max(100, "choice")) }).strict(),
  decide: ({ request, caseFile, input, actor, pendingFiles, newId }) => {
    const files = pendingFiles.filter((file) => file.purpose === "reply").map((file) => file.id);
    const seen = new Set(input.fileIds);
    if (seen.size !== files.length || !files.every((id) => seen.has(id))) return refuse("changed-meanwhile");
    if (request.proofs.length > 0) return refuse("identity-unsettled");
    const claims = owedClaims(request);
    if (claims.some((claim) => !claim.decision)) return refuse("claims-undecided");
    const isUnproven = ({ decision, ...claim }: (typeof request.claims)[number]) => decision && isProofOwed(request, caseFile, claim) && !mayEndUnproven(claim, decision.outcome, decision.grounds);
    if (claims.some(isUnproven)) return refuse("identity-unsettled");
    const body = caseFile.replyDraft?.body ?? "";
    if (body.trim() === "") return refuse("reply-empty");
    if (hasPlaceToComplete(body)) return refuse("reply-incomplete");
    const hasRefusal = claims.some((claim) => claim.decision && isRefusal(claim.decision.outcome));
    if (hasRefusal && !(actor.kind === "staff" && actor.permissions.has("refusal.send"))) return refuse("only-dpo-sends-refusal");
    if (hasRefusal && !namesRemedies(body, request.locale)) return refuse("remedies-missing");
    const destroyedFileIds = pendingFiles.filter(({ purpose }) => purpose !== "reply" && purpose !== "note").map((file) => file.id);
    const id = newId();
    return {
      events: [{ id, type: "ReplySent", data: { hasRefusal, fileIds: files, destroyedFileIds, ...(wayToWrite(caseFile.requester) === "post" && { byPost: true as const }) } }],
      caseFile: { ...caseFile, replyDraft: null, replies: [...caseFile.replies, { id, body, fileIds: files }] },
    };
  },
});

const courts = { fr: /\b(tribunal|tribunaux|juge|juges)\b/i, en: /\b(court|courts|tribunal|judge)\b/i };

/** A refusal must name the supervisory authority and the court, in the language it is written in ("court" is French for short). GDPR Art. 12(4). */
export function namesRemedies(body: string, locale: "fr" | "en"): boolean {
  return /\bCNIL\b/.test(body) && courts[locale].test(body);
}

/** Does the letter still hold a place that its template left to complete, in square brackets? */
export function hasPlaceToComplete(body: string): boolean {
  return /\[[^[\]\n]+\]/.test(body);
}
