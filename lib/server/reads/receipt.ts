import "server-only";
import type { Right } from "@/lib/law/rights";
import { takesEffectAtOnce } from "@/lib/law/rights";
import { timeLimit, type TimeLimit } from "@/lib/law/time-limit";
import { clockFacts } from "../clock-facts";
import { draftRow } from "../ask/drafts";
import { env } from "../env";
import { loadCase } from "../store";

export type Receipt = {
  reference: string;
  /** UTC; to be shown in `timeZone`, the controller's. */
  receivedAt: string;
  timeZone: string;
  rights: Right[];
  /** How much of it takes effect without waiting for the answer. */
  effectAtOnce: "all" | "part" | "none";
  limit: TimeLimit;
  /** Where the e-mail went, masked; null where no address was given. */
  maskedEmail: string | null;
};

/** The receipt of what this browser sent in the last day; the draft's token is the right to see it. */
export async function receipt(): Promise<Receipt | null> {
  const reference = (await draftRow())?.reference;
  const found = reference ? await loadCase(reference) : null;
  if (!found) return null;
  const { request, caseFile, events } = found;
  const filed = events[0]?.type === "RequestFiled" ? events[0].data.claims : [];
  const { holidays, policy, today } = await clockFacts();
  const rights = request.claims.map((claim) => claim.right);
  return {
    reference: request.reference,
    receivedAt: request.receivedAt,
    timeZone: env().controllerTimeZone,
    rights,
    effectAtOnce: !filed.some(takesEffectAtOnce) ? "none" : filed.every(takesEffectAtOnce) ? "all" : "part",
    limit: timeLimit({ receivedOn: request.receivedOn, events: request.timeLimitEvents, holidays, policy, today, rights }),
    maskedEmail: caseFile?.requester.email ? masked(caseFile.requester.email) : null,
  };
}

/** "m•••@optimarest.example": enough to recognise one's own address, too little to read another's. */
function masked(email: string): string {
  const [name = "", host = ""] = email.split("@");
  return `${name.slice(0, 1)}•••@${host}`;
}
