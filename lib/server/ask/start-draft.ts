import "server-only";
import { randomUUID } from "node:crypto";
import { headers } from "next/headers";
import { notFound } from "next/navigation";
import type { Locale } from "@/lib/i18n/locale";
import { messages } from "@/lib/i18n/messages";
import { areCombinable, isRight, type Right } from "@/lib/law/rights";
import { claimSteps } from "@/lib/request/ask/claim-answers";
import type { Draft, Typed } from "@/lib/request/ask/draft";
import type { FormState } from "@/lib/request/form-state";
import { env } from "../env";
import { withWords } from "../form";
import { countClient } from "../throttle";
import { nextPath, onTo, receiptPath, stepPath } from "./ask-path";
import { changeDraft, createDraft, dropDraft, isOtherOpen } from "./drafts";

/** Drafts begun in an hour, by whoever opens the page: from one network, where a carrier may have put a whole town, and in all. Each is a row for a day. security.md RL1, UP9. */
const draftsAnHour = { perNetwork: { tries: 300, windowMs: 3_600_000 }, inAll: { tries: 20_000, windowMs: 3_600_000 } };

type Facts = { locale: Locale; args: readonly unknown[]; typed: Typed; state: FormState };

/**
 * The button of a right's first page. `how`: `go-on` with what was begun, `add` this right to it, anything else starts
 * afresh. A right that cannot be added (asked already, or about someone who died) goes on with the draft as it is.
 * `drawnFor`: the draft the page spoke of, or null. What it did not speak of is neither changed nor erased: the page shows the choice.
 * Where too many begin, what was begun before stays, and the page says when to try again.
 */
export async function startDraft({ locale, args: [right, drawnFor], typed, state }: Facts): Promise<FormState> {
  if (!isRight(right)) notFound();
  const how = typed["how"];
  if (await isOtherOpen(drawnFor)) onTo(`/${locale}/ask/${right}?begun=1`);
  if (how === "go-on" || how === "add") {
    const changed = await changeDraft(drawnFor, (draft) => (how === "add" ? withRight({ ...draft, locale }, right) : draft));
    if (changed !== "gone" && "reference" in changed) onTo(receiptPath(locale));
    if (changed !== "gone" && "draft" in changed) onTo(how === "add" && changed.draft.claims.some((claim) => claim.right === right) ? stepPath(locale, firstStep(right)) : nextPath(locale, changed.draft));
  }
  const wait = await countClient("draft", (await headers()).get("x-forwarded-for"), draftsAnHour);
  if (wait > 0) return withWords(state, {}, messages(locale).ask.start.later(Math.ceil(wait / 60), env().controller.dpoEmail));
  await dropDraft();
  await createDraft({ locale, claims: [newClaim(right)], about: {}, documentsSeen: false });
  onTo(stepPath(locale, firstStep(right)));
}

/** May this right join what was begun? */
export function mayAdd(draft: Draft, right: Right): boolean {
  const begun = draft.claims.map((claim) => claim.right);
  return !begun.includes(right) && areCombinable([...begun, right]);
}

function withRight(draft: Draft, right: Right): Draft {
  return mayAdd(draft, right) ? { ...draft, claims: [...draft.claims, newClaim(right)], documentsSeen: false } : draft;
}

/** A right just chosen, nothing answered yet. */
export function newClaim(right: Right) {
  return { id: randomUUID(), right, typed: {} };
}

/** The first page of questions of a right. */
export function firstStep(right: Right) {
  return { right, step: claimSteps[right][0]?.step ?? "check" };
}
