import { dpoOf } from "../letter-facts";
import { lastsIn } from "@/lib/i18n/lengths";
import type { Locale } from "@/lib/i18n/locale";
import type { Right } from "@/lib/law/rights";
import type { TimeLimit } from "@/lib/law/time-limit";
import { type CaseFile, wayToWrite } from "@/lib/request/case-file";
import { type Claim, owedClaims, type SubjectRequest } from "@/lib/request/request";
import type { Controller } from "../letter-facts";
import { access } from "./access";
import { answerLines } from "./answer";
import { deceased } from "./deceased";
import { erasure } from "./erasure";
import { humanReview } from "./human-review";
import { objection } from "./objection";
import { portability } from "./portability";
import { postMortemDirective } from "./post-mortem-directive";
import { rectification } from "./rectification";
import { restriction } from "./restriction";
import { bullets, quoted, replyWords, type Section, type SectionFacts } from "./section";
import { transfers } from "./transfers";
import { withdrawConsent } from "./withdraw-consent";

export type ReplyTemplateFacts = { request: SubjectRequest; caseFile: CaseFile; limit: TimeLimit; controller: Controller; locale: Locale; /** What every answer about the incident says first. */ common?: string };

const writers: { [R in Right]: (facts: SectionFacts<R>) => Section } = {
  access,
  rectification,
  erasure,
  restriction,
  portability,
  objection,
  "withdraw-consent": withdrawConsent,
  "human-review": humanReview,
  transfers,
  "post-mortem-directive": postMortemDirective,
  deceased,
};

/**
 * The reply staff start from, in the small notation: request and dates, what was searched, an answer per right by its
 * outcome, recipients, remaining rights, and both remedies. GDPR Art. 12(3)-(4), 15-22, 77, 79. What staff must complete
 * stands in [square brackets].
 */
export function replyTemplate({ request, caseFile, controller, locale, common = "" }: ReplyTemplateFacts): string {
  const dpo = dpoOf(controller, locale);
  const { law, day, words } = wordsOf(locale, wayToWrite(caseFile.requester) === "email");
  const owed = owedClaims(request);
  const sections = owed.map((claim) => ({ claim, section: sectionOf(claim) }));
  const isForSomeoneDead = owed.some((claim) => claim.right === "deceased");
  const isGranted = ({ decision }: Claim) => decision?.outcome === "fulfilled" || decision?.outcome === "partly-fulfilled";
  const tells = sections.some(({ claim, section }) => section?.tellsRecipients && isGranted(claim));

  return [
    words.greeting(caseFile.requester.name ? quoted(caseFile.requester.name) : null),
    ...(isForSomeoneDead && caseFile.deceased?.capacity !== "notary" ? [words.condolences] : []),
    ...(common ? [common] : []),
    `## ${words.requestTitle}`,
    words.request(request.reference, day(request.receivedOn)),
    bullets(owed.map(({ right }) => words.claim(law.right[right].legal, law.right[right].source))),
    ...(caseFile.words ? [words.inYourWords(quoted(caseFile.words))] : []),
    ...(caseFile.represented ? [words.represented(quoted(caseFile.represented.name))] : []),
    ...(request.verification ? [words.identity(day(request.verification.on), request.verification.method === "document", lastsIn(locale)("picture-mark", "received"))] : []),
    ...(sections.some(({ claim, section }) => section?.searches && claim.decision?.outcome !== "refused") ? [`## ${words.searchedTitle}`, words.searched] : []),
    ...sections.flatMap(({ claim, section }) => [
      `## ${law.right[claim.right].short}`,
      ...(section ? answerLines({ claim, section, explanation: caseFile.explanations[claim.id] ?? "", locale, marketing: isMarketing(claim) }) : [words.toDecide]),
    ]),
    ...(tells ? [`## ${words.recipientsTitle}`, words.recipients] : []),
    ...(isForSomeoneDead ? [] : [`## ${words.otherRightsTitle}`, words.otherRights]),
    `## ${words.remediesTitle}`,
    words.contact(dpo, controller.dpoEmail),
    bullets(isForSomeoneDead ? [words.authorityDeceased, words.courtDeceased] : [words.authority, words.court]),
    words.closing(dpo, controller.name, controller.address),
  ].join("\n\n");

  function sectionOf(claim: Claim): Section | null {
    const asked = caseFile.claims[claim.id];
    if (!asked) return null;
    const write = writers[claim.right] as (facts: SectionFacts<Right>) => Section;
    return write({ answers: asked.answers, words, law, day, dpo, grounds: claim.decision?.grounds ?? [] });
  }

  function isMarketing(claim: Claim): boolean {
    const asked = caseFile.claims[claim.id];
    return asked?.right === "objection" && asked.answers.kind === "marketing";
  }
}

/** Without e-mail there is no space to go to: what is attached is enclosed, and one writes back by post. */
function wordsOf(locale: Locale, isOnline: boolean) {
  const known = replyWords(locale);
  const { filesKept, contact, copy } = known.words.byPost;
  return isOnline ? known : { ...known, words: { ...known.words, filesKept, contact, access: { ...known.words.access, copy } } };
}
