import { type Block, button, heading, paragraph } from "./letter";
import { type LetterFacts, spacePath, wordsFor } from "./letter-facts";

/** Whatever event the letter follows. */
type AnyFacts = Omit<LetterFacts, "event">;

/**
 * What differs between a mail and the same letter on paper: whoever reads paper may have no address to which a code for
 * their space could go. So a mail leads to the space and is not answered; a letter says all it has to say and is answered.
 */
export function online({ paper }: AnyFacts, ...blocks: Block[]): Block[] {
  return paper ? [] : blocks;
}

/** A button to the person's space, or to a page of it; nothing on paper. */
export function toSpace(facts: AnyFacts, label: string, page: "" | "/check" | "/reply" = ""): Block[] {
  return online(facts, button(label, spacePath(facts.request, page)));
}

/** The sentence for the medium the letter goes by. */
export function said({ paper }: AnyFacts, words: { mail: string; paper: string }): Block {
  return paragraph(paper ? words.paper : words.mail);
}

/** The last words: a mail is not to be answered; a letter is, and where. */
export function ending({ paper, request, controller }: AnyFacts): Block[] {
  const { letters } = wordsFor(request.locale);
  if (!paper) return [paragraph(letters.noReply)];
  return [heading(letters.answerTitle), paragraph(letters.answer(controller.name, controller.address, controller.email, request.reference))];
}
