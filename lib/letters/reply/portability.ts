import { quoted, type Section, type SectionFacts } from "./section";

/** The data, structured and machine-readable, to the person or to another controller where technically feasible. GDPR Art. 20. */
export function portability({ answers, words, grounds }: SectionFacts<"portability">): Section {
  const own = words.portability;
  const recipient = answers.destination === "other-controller" ? quoted(answers.recipientName ?? "") : null;
  return {
    asked: [recipient ? own.askedOther(recipient) : own.asked],
    granted: [...(recipient ? [own.doneOther(recipient)] : [own.done, words.filesKept]), own.extent],
    withRefusal: recipient && grounds.includes("conditions-not-met") ? [own.noTransfer] : [],
    searches: true,
    tellsRecipients: false,
  };
}
