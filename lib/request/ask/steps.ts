import type { CalendarDate } from "@/lib/law/calendar";
import type { Right } from "@/lib/law/rights";
import { aboutSchema, claimAnswerSchemas, claimSteps, receiptSchema } from "./claim-answers";
import { type Draft, draftIdentityPolicy, isMarketingOnly, type Typed } from "./draft";
import { relevantTyped, withoutMoot } from "./relevant";
import { isEmail } from "./text";
import { wrongDates } from "./wrong-dates";
import type { FilePurpose } from "../event";

export type AskStep = { right: Right; step: string };

/** The pages this draft goes through, in order: the questions of each right, who asks, documents where they are justified, check. */
export function stepsOf(draft: Draft): AskStep[] {
  const first = draft.claims[0]?.right;
  if (!first) return [];
  const questions = draft.claims.flatMap(({ right }) => claimSteps[right].map(({ step }) => ({ right, step })));
  const shared = [asksAbout(draft) ? "about" : null, documentsOf(draft).length > 0 ? "documents" : null, "check"];
  return [...questions, ...shared.filter((step) => step !== null).map((step) => ({ right: first, step }))];
}

/** A marketing objection that gave an e-mail address needs no page about the person. */
function asksAbout(draft: Draft): boolean {
  return !isMarketingOnly(draft) || !draft.claims.some((claim) => isEmail(String(claim.typed["address"] ?? "").trim()));
}

/** The first page not yet answered well; `check` when all are. `today`: no day asked about is after it. */
export function nextStep(draft: Draft, today: CalendarDate): AskStep {
  const steps = stepsOf(draft);
  return steps.find((step) => !isComplete(draft, step, today)) ?? (steps.at(-1) as AskStep);
}

/** A page of questions is complete once it was sent and nothing on it is wrong: one that asks nothing required is shown too. */
function isComplete(draft: Draft, { right, step }: AskStep, today: CalendarDate): boolean {
  if (step === "check") return true;
  if (step === "documents") return draft.documentsSeen;
  if (step === "about") return "email" in draft.about && Object.keys(errorsOfAbout(draft)).length === 0;
  const fields = claimSteps[right].find((page) => page.step === step)?.fields ?? [];
  const typed = draft.claims.find((claim) => claim.right === right)?.typed ?? {};
  return fields.some((field) => field in typed) && Object.keys(errorsOfPage(right, fields, typed, today)).length === 0;
}

/** Field → error code for one page of questions; neither other pages of the same right are judged, nor what was typed for a choice not made. */
export function errorsOfPage(right: Right, fields: readonly string[], typed: Typed, today: CalendarDate): Record<string, string> {
  const counted = relevantTyped(right, typed);
  return pick({ ...wrongDates(right, counted, today), ...errorsOf(claimAnswerSchemas[right].safeParse(counted)) }, fields);
}

/** Field → code of what is wrong on the page about the person. */
export function errorsOfAbout(draft: Draft): Record<string, string> {
  const { about } = withoutMoot(draft);
  return errorsOf(isMarketingOnly(draft) ? receiptSchema.safeParse({ email: about["email"] }) : aboutSchema.safeParse(about));
}

type Parsed = { success: true } | { success: false; error: { issues: { path: PropertyKey[]; message: string }[] } };

/** The first error of each field, as codes. */
export function errorsOf(parsed: Parsed): Record<string, string> {
  if (parsed.success) return {};
  const errors: Record<string, string> = {};
  for (const issue of parsed.error.issues) errors[String(issue.path[0] ?? "form")] ??= issue.message;
  return errors;
}

function pick(errors: Record<string, string>, fields: readonly string[]): Record<string, string> {
  return Object.fromEntries(Object.entries(errors).filter(([field]) => fields.includes(field)));
}

/** The documents this draft asks for, and whether each must be there before sending. LIL art. 85; décret 2019-536 art. 124; GDPR Art. 12(6). */
export function documentsOf(draft: Draft): { purpose: FilePurpose; required: boolean }[] {
  const documents: { purpose: FilePurpose; required: boolean }[] = [];
  const policy = draftIdentityPolicy(draft);
  const required = policy === "required";
  if (draft.claims.some((claim) => claim.right === "deceased")) {
    documents.push({ purpose: "death-certificate", required });
    if (required) documents.push({ purpose: "heirship-proof", required });
  }
  if (draft.about["onBehalf"] === "other") documents.push({ purpose: "mandate", required: false });
  if (draft.claims.some((claim) => claim.right === "rectification")) documents.push({ purpose: "evidence", required: false });
  if (policy !== "never") documents.push({ purpose: "identity", required });
  return documents;
}
