import { dpoOf } from "./letter-facts";
import { momentWords } from "@/lib/i18n/dates";
import { takesEffectAtOnce } from "@/lib/law/rights";
import { button, facts, heading, type Letter, list, paragraph } from "./letter";
import { type LetterFacts, spacePath, wordsFor } from "./letter-facts";

/** How much of the request takes effect on receipt. GDPR Art. 7(3), 18(1)(a) and (d), 21(3). */
function atOnce({ claims }: LetterFacts["request"]): "all" | "part" | "none" {
  if (!claims.some(takesEffectAtOnce)) return "none";
  return claims.every(takesEffectAtOnce) ? "all" : "part";
}

/** Proof of filing: reference, day and hour of receipt, what was asked, the due date and why, who answers. GDPR Art. 12(3). */
export function receipt({ request, limit, controller, timeZone }: LetterFacts<"RequestFiled">): Letter {
  const { letters, law, day } = wordsFor(request.locale);
  const words = letters.receipt;
  const effect = atOnce(request);
  const isForSomeoneDead = request.claims.some((claim) => claim.right === "deceased");
  return {
    subject: words.subject(request.reference),
    blocks: [
      paragraph(letters.greeting),
      paragraph(isForSomeoneDead ? words.leadDeceased : words.lead),
      facts([
        [letters.reference, request.reference],
        [words.receivedAt, momentWords(request.receivedAt, timeZone, request.locale)],
        [words.asked, request.claims.map((claim) => law.right[claim.right].name).join("\n")],
        [words.dueOn, day(limit.dueOn)],
      ]),
      ...(effect === "none" ? [] : [paragraph(words.atOnce[effect])]),
      heading(words.whyTitle),
      list(limit.steps.map((step) => law.step(step, { date: day }))),
      heading(words.nextTitle),
      paragraph(words.next),
      button(letters.open, spacePath(request)),
      paragraph(letters.howToOpen),
      heading(letters.whoTitle),
      paragraph(letters.who(controller.name, dpoOf(controller, request.locale), controller.dpoEmail)),
      paragraph(letters.cnil),
      paragraph(letters.noReply),
    ],
  };
}
