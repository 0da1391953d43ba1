import type { RefusalGround } from "@/lib/law/grounds";
import { quoted, said, type Section, type SectionFacts } from "./section";

/** Grounds that stand on a balance with the person's situation. */
const weighed: readonly RefusalGround[] = ["compelling-grounds", "legal-claims"];

/** Marketing: the effect and its date, nothing to weigh (GDPR Art. 21(3)). Otherwise the effect, or what was weighed (Art. 21(1)). */
export function objection({ answers, words, grounds }: SectionFacts<"objection">): Section {
  const own = words.objection;
  if (answers.kind === "marketing") {
    return { asked: [own.askedMarketing(quoted(answers.address ?? ""))], granted: [own.doneMarketing, own.list], searches: false, tellsRecipients: false };
  }
  return {
    asked: [own.asked(said(answers.processing, words.unknown.processing))],
    granted: [own.done],
    withRefusal: grounds.some((ground) => weighed.includes(ground)) ? [own.balance, own.meanwhile] : [],
    searches: false,
    tellsRecipients: false,
  };
}
