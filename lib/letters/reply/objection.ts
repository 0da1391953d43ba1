import { quoted, type Section, type SectionFacts } from "./section";

/** Marketing: the effect and its date, nothing to weigh (GDPR Art. 21(3)). Otherwise the effect, or what was weighed (Art. 21(1)). */
export function objection({ answers, words }: SectionFacts<"objection">): Section {
  const own = words.objection;
  if (answers.kind === "marketing") {
    return { asked: [own.askedMarketing(quoted(answers.address ?? ""))], granted: [own.doneMarketing, own.list], searches: false, tellsRecipients: false };
  }
  return {
    asked: [own.asked(quoted(answers.processing ?? ""))],
    granted: [own.done],
    withRefusal: [own.balance, own.meanwhile],
    searches: false,
    tellsRecipients: false,
  };
}
