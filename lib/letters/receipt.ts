import { dpoOf } from "./letter-facts";
import { momentWords } from "@/lib/i18n/dates";
import { lastsIn } from "@/lib/i18n/lengths";
import { messages } from "@/lib/i18n/messages";
import { takesEffectAtOnce } from "@/lib/law/rights";
import { facts, heading, type Letter, links, list, paragraph } from "./letter";
import { type LetterFacts, wordsFor } from "./letter-facts";
import { ending, online, said, toSpace } from "./medium";

/** How much of the request takes effect on receipt. GDPR Art. 7(3), 18(1)(a) and (d), 21(3). */
function atOnce({ claims }: LetterFacts["request"]): "all" | "part" | "none" {
  if (!claims.some(takesEffectAtOnce)) return "none";
  return claims.every(takesEffectAtOnce) ? "all" : "part";
}

/**
 * Proof of filing: reference, day and hour of receipt, how it came where not through the form, what was asked, the due date
 * and why, who answers, and what becomes of the data. GDPR Art. 12(3), 13.
 */
export function receipt(about: LetterFacts<"RequestFiled" | "AddressRecorded">): Letter {
  const { request, event, limit, controller, paper } = about;
  const { letters, law, day } = wordsFor(request.locale);
  const { yourData } = messages(request.locale);
  const words = letters.receipt;
  const effect = atOnce(request);
  const isForSomeoneDead = request.claims.some((claim) => claim.right === "deceased");
  return {
    subject: words.subject(request.reference),
    blocks: [
      paragraph(letters.greeting),
      paragraph(`${isForSomeoneDead ? words.leadDeceased : words.lead} ${(request.channel === "portal" ? words.keep : words.keepRecorded)[paper ? "paper" : "mail"]}`),
      facts([
        [letters.reference, request.reference],
        [words.receivedAt, received(about)],
        [words.asked, request.claims.map((claim) => law.right[claim.right].name).join("\n")],
        [words.dueOn, day(limit.dueOn)],
      ]),
      ...(limit.dueOn < event.on ? [paragraph(event.type === "RequestFiled" ? words.overdue : words.overdueAddress)] : []),
      ...(effect === "none" ? [] : [paragraph(words.atOnce[effect])]),
      heading(words.whyTitle),
      list(limit.steps.map((step) => law.step(step, { date: day }))),
      heading(words.nextTitle),
      said(about, words.next),
      ...toSpace(about, letters.open),
      ...online(about, paragraph(letters.howToOpen)),
      heading(letters.whoTitle),
      paragraph(letters.who(controller.name, dpoOf(controller, request.locale), controller.dpoEmail)),
      paragraph(letters.cnil),
      heading(yourData.letterTitle),
      paragraph(yourData.letter(lastsIn(request.locale), request.claims.some((claim) => claim.right === "post-mortem-directive"))),
      paper ? paragraph(yourData.letterMore.paper) : links([{ label: yourData.title, path: `/${request.locale}/your-data`, detail: yourData.letterMore.mail }]),
      ...ending(about),
    ],
  };
}

/** When it came: to the minute by the form, else the day, with the hour where it is known, and by which way. */
function received({ request, timeZone }: Pick<LetterFacts, "request" | "timeZone">): string {
  const { law, day } = wordsFor(request.locale);
  if (request.channel === "portal") return momentWords(request.receivedAt, timeZone, request.locale);
  const { channel, arrival, receivedOn, receivedAt, locale } = request;
  return `${arrival.hour ? momentWords(receivedAt, timeZone, locale) : day(receivedOn)}\n${law.cameBy(channel, arrival, { date: day })}`;
}
