import { capital } from "@/lib/i18n/capital";
import type { Locale } from "@/lib/i18n/locale";
import { groundsOf, isForWantOfProof, type RefusalGround } from "@/lib/law/grounds";
import { isQuotable, sourceCitation } from "@/lib/law/sources";
import type { Claim } from "@/lib/request/request";
import { bullets, replyWords, type Section } from "./section";

type Given = { claim: Claim; section: Section; explanation: string; locale: Locale; marketing: boolean };

/** The paragraphs that answer one claim, by its outcome: what was asked, what was done, what is refused with reasons. */
export function answerLines({ claim, section, explanation, locale, marketing }: Given): string[] {
  const { words } = replyWords(locale);
  const [first = "", ...more] = section.asked;
  const asked = [capital(first), ...more];
  const facts = explanation.trim();
  const count = claim.decision?.grounds.length ?? 0;
  const reasons = () => refusal(claim, facts, locale, marketing);
  switch (claim.decision?.outcome) {
    case undefined:
      return [...asked, words.toDecide];
    case "fulfilled":
      return [...asked, ...section.granted, ...(facts ? [facts] : [])];
    case "partly-fulfilled":
      return [...asked, ...section.granted, words.partlyRefused(count), ...reasons(), ...(section.withRefusal ?? [])];
    case "refused":
      return [...asked, words.refused(count), ...reasons(), ...(section.withRefusal ?? []), ...(section.whenRefused ?? [])];
    case "no-data-held":
      return [...asked, ...(section.none ?? [words.noDataHeld]), ...(facts ? [facts] : [])];
    case "redirected":
      return [...asked, words.redirected, ...(facts ? [facts] : [])];
  }
}

/** The precise grounds with their provisions, then the facts of the case. GDPR Art. 12(4). */
function refusal({ right, decision }: Claim, facts: string, locale: Locale, marketing: boolean): string[] {
  const { words, law } = replyWords(locale);
  const sourced = groundsOf(right, { marketing });
  const provision = (ground: RefusalGround) => {
    const source = sourced.find((candidate) => candidate.ground === ground)?.source;
    return source && isQuotable(source) ? sourceCitation(source, locale) : law.refusalGround[ground].source;
  };
  const grounds = decision?.grounds ?? [];
  return [bullets(grounds.map((ground) => words.ground(capital(law.refusalGround[ground].words), provision(ground)))), facts || words.facts, ...(isForWantOfProof(grounds) ? [words.mayReopen] : [])];
}
