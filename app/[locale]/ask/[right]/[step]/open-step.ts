import { notFound, redirect } from "next/navigation";
import type { Locale } from "@/lib/i18n/locale";
import { type Right, rights } from "@/lib/law/rights";
import { claimSteps } from "@/lib/request/ask/claim-answers";
import type { Draft } from "@/lib/request/ask/draft";
import { type AskStep, nextStep, stepsOf } from "@/lib/request/ask/steps";
import { currentDraft, type DraftFile } from "@/lib/server/reads/draft";
import { isFormAnswer } from "@/lib/server/reads/form-answer";

export type OpenStep = { id: string; draft: Draft; files: DraftFile[]; steps: AskStep[]; index: number; step: AskStep };

/**
 * The draft, and where this page stands in it. No page can be skipped: one further on than the first unanswered leads
 * there. A draft already sent leads to its receipt, one that is gone to the start, which says so. A page that went, or was taken
 * out of the draft, while it was answered, without JavaScript, comes back once with what was typed on it.
 */
export async function openStep(locale: Locale, right: Right, step: string): Promise<OpenStep> {
  if (!rights.includes(right)) notFound();
  const current = await currentDraft();
  const here = { right, step };
  const comesBack = async () => (step === "about" || claimSteps[right].some((page) => page.step === step)) && (await isFormAnswer());
  const alone = (id: string, draft: Draft): OpenStep => ({ id, draft, files: [], steps: [here], index: 0, step: here });
  if (!current && (await comesBack())) return alone("", { locale, claims: [{ id: "", right, typed: {} }], about: {}, documentsSeen: false });
  if (!current) redirect(`/${locale}/ask/${right}?gone=1`);
  if (!current.draft) redirect(`/${locale}/ask/sent`);
  const steps = stepsOf(current.draft);
  const next = nextStep(current.draft, current.today);
  const index = steps.findIndex((each) => each.right === right && each.step === step);
  const reached = steps.findIndex((each) => each.right === next.right && each.step === next.step);
  const { id, draft } = current;
  if (index < 0 && (await comesBack())) return alone(id, draft);
  if (index < 0 || index > reached) redirect(`/${locale}/ask/${next.right}/${next.step}`);
  return { id, draft, files: current.files, steps, index, step: steps[index] as AskStep };
}
