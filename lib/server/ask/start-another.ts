import "server-only";
import { notFound } from "next/navigation";
import type { Locale } from "@/lib/i18n/locale";
import { knownAbout, rightsBeside } from "@/lib/request/ask/beside";
import type { Typed } from "@/lib/request/ask/draft";
import type { FormState } from "@/lib/request/form-state";
import { spaceClosed } from "../follow/space-closed";
import { withErrors } from "../form";
import { requesterActor } from "../session";
import { loadCaseFor } from "../store";
import { onTo, stepPath } from "./ask-path";
import { createDraft, dropDraft, isOtherOpen } from "./drafts";
import { firstStep, newClaim } from "./start-draft";

type Facts = { locale: Locale; args: readonly unknown[]; typed: Typed; state: FormState };

/** Another right, begun by the person in their space: who they are is filled in already. What was begun elsewhere and not sent gives way, as the page says; where the page did not say so, it does first. */
export async function startAnother({ locale, args: [reference, drawnFor], typed, state }: Facts): Promise<FormState> {
  const actor = await requesterActor();
  if (!actor || reference !== actor.reference) return spaceClosed(state, typed, reference, locale);
  const found = await loadCaseFor(actor, actor.reference);
  if (!found?.caseFile) notFound();
  const right = rightsBeside(found.request).find((each) => each === typed["right"]);
  if (!right) return withErrors(state, typed, { right: "required" }, locale);
  if (await isOtherOpen(drawnFor)) onTo(`/${locale}/follow/${actor.reference}/another`);
  await dropDraft();
  await createDraft({ locale, claims: [newClaim(right)], about: knownAbout(found.caseFile), documentsSeen: false, follows: actor.reference });
  onTo(stepPath(locale, firstStep(right)));
}
