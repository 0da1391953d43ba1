import "server-only";
import { refresh } from "next/cache";
import { notFound } from "next/navigation";
import type { Locale } from "@/lib/i18n/locale";
import { isRight } from "@/lib/law/rights";
import { aboutFields, claimSteps } from "@/lib/request/ask/claim-answers";
import type { Draft, Typed } from "@/lib/request/ask/draft";
import { type AskStep, documentsOf, errorsOfAbout, errorsOfPage, stepsOf } from "@/lib/request/ask/steps";
import type { FormState } from "@/lib/request/form-state";
import { now } from "../clock";
import { civilDay } from "../clock-facts";
import { withErrors, withWay } from "../form";
import { nextPath, onTo, receiptPath, stepPath, toStart } from "./ask-path";
import { changeDraft } from "./drafts";

type Facts = { locale: Locale; args: readonly unknown[]; typed: Typed; state: FormState };

/** More than any field may hold: what is longer is cut before it is kept, and still refused for its length. */
const maxKept = 20_000;

/**
 * Keeps one page of answers, right or wrong, then goes on to the first page not yet answered, back, or shows what is wrong.
 * Arguments: the right and step of the page, and the draft it was drawn for. Where that is gone or no longer the one that is open,
 * or the right no longer in it, nothing is written and what was typed is shown again.
 */
export async function saveStep({ locale, args: [right, step, drawnFor], typed, state }: Facts): Promise<FormState> {
  if (!isRight(right) || typeof step !== "string") notFound();
  const here: AskStep = { right, step };
  const fields = fieldsOf(here);
  if (!fields) notFound();
  const answers = pick(typed, fields);
  const changed = await changeDraft(drawnFor, (draft) => keep({ ...draft, locale }, here, answers));
  if (changed === "gone") return isAnswered(answers) ? withWay(state, answers, "draft-gone", `/${locale}/ask/${right}`, locale) : toStart(locale, right);
  if ("reference" in changed) onTo(receiptPath(locale));
  if ("other" in changed) return withWay(state, answers, "other-draft", nextPath(locale, changed.other), locale);
  const { draft } = changed;
  if (!asks(draft, here)) return withWay(state, answers, "right-taken-out", nextPath(locale, draft), locale);
  if (typed["go"] === "back") onTo(before(locale, draft, here));
  const errors = step === "about" ? errorsOfAbout(draft) : errorsOfPage(right, fields, answersOf(draft, here), civilDay(now()));
  if (Object.keys(errors).length > 0) {
    refresh(); // Wrong answers are kept too: Back and forth shows them.
    return withErrors(state, answers, errors, locale);
  }
  onTo(nextPath(locale, draft));
}

function fieldsOf({ right, step }: AskStep): readonly string[] | null {
  if (step === "about") return aboutFields;
  return claimSteps[right].find((page) => page.step === step)?.fields ?? null;
}

/** Only the fields of the page, and of no great length. */
function pick(typed: Typed, fields: readonly string[]): Typed {
  const cut = (value: string) => value.slice(0, maxKept);
  return Object.fromEntries(
    fields.flatMap((field) => {
      const value = typed[field];
      return value === undefined ? [] : [[field, Array.isArray(value) ? value.map(cut) : cut(value)]];
    }),
  );
}

const isAnswered = (answers: Typed) => Object.values(answers).flat().some((value) => (value ?? "").trim() !== "");

/** What was answered on this page replaces what was there; a change of the documents asked for shows their page again. */
function keep(draft: Draft, { right, step }: AskStep, answers: Typed): Draft {
  const fields = fieldsOf({ right, step }) ?? [];
  const replace = (typed: Typed) => ({ ...Object.fromEntries(Object.entries(typed).filter(([field]) => !fields.includes(field))), ...answers });
  const next: Draft =
    step === "about"
      ? { ...draft, about: replace(draft.about) }
      : { ...draft, claims: draft.claims.map((claim) => (claim.right === right ? { ...claim, typed: replace(claim.typed) } : claim)) };
  const asksTheSame = JSON.stringify(documentsOf(draft)) === JSON.stringify(documentsOf(next));
  return asksTheSame ? next : { ...next, documentsSeen: false };
}

/** Is this page still one of the draft's rights? The page about the person belongs to all of them. */
function asks(draft: Draft, { right, step }: AskStep): boolean {
  return step === "about" || draft.claims.some((claim) => claim.right === right);
}

function answersOf(draft: Draft, { right }: AskStep): Typed {
  return draft.claims.find((claim) => claim.right === right)?.typed ?? {};
}

function before(locale: Locale, draft: Draft, { right, step }: AskStep): string {
  const steps = stepsOf(draft);
  const previous = steps[steps.findIndex((each) => each.step === step && (each.right === right || step === "about")) - 1];
  return previous ? stepPath(locale, previous) : `/${locale}/ask/${right}`;
}
