import "server-only";
import { headers } from "next/headers";
import type { Locale } from "@/lib/i18n/locale";
import { messages } from "@/lib/i18n/messages";
import type { Typed } from "@/lib/request/ask/draft";
import { withoutMoot } from "@/lib/request/ask/relevant";
import { documentsOf, nextStep } from "@/lib/request/ask/steps";
import type { FormState } from "@/lib/request/form-state";
import { now } from "../clock";
import { civilDay } from "../clock-facts";
import { env } from "../env";
import { fileDraft } from "../file-draft";
import { withRefusal, withWay, withWords } from "../form";
import { countFiling } from "../signals/networks";
import { countClient } from "../throttle";
import { destroyFiles } from "../write";
import { nextPath, onTo, receiptPath, toStart } from "./ask-path";
import { changeDraft } from "./drafts";
import { missingDocuments } from "./pass-documents";

/**
 * How often requests are taken in. A carrier may put a hundred thousand subscribers behind one network of 256 addresses, and
 * all staff of a company come from one: sixty an hour is more than they send even in the hours after an incident told to all, and a script is
 * held to it. In all, three thousand: what a company can still answer in a month. Who is over it keeps the draft and is told when to
 * send it. The count lies in the same database as the request: without it nothing is filed either. security.md RL1, RL3.
 */
const filingsAnHour = { perNetwork: { tries: 60, windowMs: 3_600_000 }, inAll: { tries: 3000, windowMs: 3_600_000 } };

type Facts = { locale: Locale; args: readonly unknown[]; typed: Typed; state: FormState };

/**
 * Sends the draft. However often and from however many tabs: one request, one reference. What was typed or uploaded for
 * a choice not made in the end stays behind. Refusals: those of `fileDraft`; an unfinished page is shown instead. Too many
 * from one network or in all: the draft waits, and its person is told for how long. GDPR Art. 12(2).
 */
export async function sendDraft({ locale, args: [right, drawnFor], state }: Facts): Promise<FormState> {
  let isReady = false;
  const changed = await changeDraft(drawnFor, async (before, tx, id) => {
    const draft = withoutMoot({ ...before, locale });
    const documentsSeen = draft.documentsSeen && (await missingDocuments(draft, tx, id)).length === 0;
    isReady = nextStep({ ...draft, documentsSeen }, civilDay(now())).step === "check";
    if (!isReady) return { ...before, locale, documentsSeen };
    const asked = documentsOf(draft).map((document) => document.purpose);
    const unasked = await tx.file.findMany({ where: { draftId: id, purpose: { notIn: asked } }, select: { id: true } });
    await destroyFiles(tx, { id: { in: unasked.map((file) => file.id) } });
    return draft;
  });
  if (changed === "gone") toStart(locale, right);
  if ("reference" in changed) onTo(receiptPath(locale));
  if ("other" in changed) return withWay(state, {}, "other-draft", nextPath(locale, changed.other), locale);
  if (!isReady) onTo(nextPath(locale, changed.draft));
  const from = (await headers()).get("x-forwarded-for");
  const wait = await countClient("send-draft", from, filingsAnHour);
  if (wait > 0) return withWords(state, {}, messages(locale).ask.check.later(Math.ceil(wait / 60), env().controller.dpoEmail));
  const filed = await fileDraft(changed.id);
  if ("reference" in filed) {
    await countFiling(filed.reference, from);
    onTo(receiptPath(locale));
  }
  if (filed.refused === "draft-gone") toStart(locale, right);
  return withRefusal(state, {}, filed.refused, locale);
}
