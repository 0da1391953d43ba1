import { dpoOf } from "./letter-facts";
import { isIdentityDocument, type MaskedPaper, type ProofKind } from "@/lib/law/identity";
import { lastsIn } from "@/lib/i18n/lengths";
import { facts, heading, type Letter, list, paragraph } from "./letter";
import { type LetterFacts, wordsFor } from "./letter-facts";
import { ending, said, toSpace } from "./medium";

/**
 * Asks for proof: the doubt, what is enough, what to hide, what happens to the time and to the document, how to send it.
 * GDPR Art. 12(6). The suspension is announced only where it counts;
 * where the time is already up, that is said.
 */
export function identityRequest(about: LetterFacts<"IdentityRequested">): Letter {
  const { request, event, limit, controller } = about;
  const { letters, law, day } = wordsFor(request.locale);
  const words = letters.identityRequest;
  const { grounds, kinds, followUp, rejected } = event.data;
  const identities = kinds.filter(isIdentityDocument);
  const others = kinds.filter((kind) => !isIdentityDocument(kind));
  const papers = new Set(kinds.map((kind): MaskedPaper => (isIdentityDocument(kind) ? "identity" : kind)));
  const named = (wanted: readonly ProofKind[]) => wanted.map((kind) => law.proofKind[kind]);
  return {
    subject: followUp ? words.subjectAgain(request.reference) : words.subject(request.reference),
    blocks: [
      paragraph(letters.greeting),
      paragraph(rejected ? words.leadAgain(law.proofRejection[rejected].letter) : words.lead),
      list(grounds.map((ground) => law.doubtGround[ground].letter)),
      heading(words.enoughTitle),
      paragraph(others.length === 0 && identities.length > 1 ? words.enough : words.enoughAll),
      list(others.length === 0 || identities.length < 2 ? named(kinds) : [words.oneOf(named(identities)), ...named(others)]),
      heading(words.maskTitle),
      ...[...papers].map((paper) => paragraph(words.mask[paper])),
      paragraph(words.kept[about.paper ? "paper" : "mail"](lastsIn(request.locale)("picture-mark", "received"))),
      heading(words.howTitle),
      said(about, words.how),
      ...toSpace(about, words.button, "/check"),
      said(about, words.otherWay),
      facts([
        [letters.reference, request.reference],
        [limit.suspendedSince ? words.dueIfToday : words.dueOn, day(limit.dueOn)],
      ]),
      paragraph(limit.suspendedSince ? words.suspended(day(limit.suspendedSince), limit.startsAnew) : limit.dueOn < event.on ? words.overdue : words.notSuspended(day(limit.dueOn))),
      ...(limit.suspensionLapsesOn ? [paragraph(words.lapses(day(limit.suspensionLapsesOn)))] : []),
      paragraph(letters.who(controller.name, dpoOf(controller, request.locale), controller.dpoEmail)),
      ...ending(about),
    ],
  };
}
