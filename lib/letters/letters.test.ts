import { describe, expect, test } from "vitest";
import { dayWords } from "@/lib/i18n/dates";
import { lastsIn } from "@/lib/i18n/lengths";
import { messages } from "@/lib/i18n/messages";
import type { Locale } from "@/lib/i18n/locale";
import { type CalendarDate, calendarDate } from "@/lib/law/calendar";
import { extensionReasons } from "@/lib/law/extension";
import { doubtGrounds, type ProofKind, proofKinds, proofRejections } from "@/lib/law/identity";
import { type Right, rights } from "@/lib/law/rights";
import { type FilePurpose, letterNames, type NewEvent } from "@/lib/request/event";
import { letterAfter } from "@/lib/request/reactions";
import { exampleController, exampleEvents, exampleFacts } from "./example";
import { followCode } from "./follow-code";
import type { Letter } from "./letter";
import { writeLetter } from "./letters";
import { renderHtml } from "./render-html";
import { renderText } from "./render-text";

const asked: Omit<Extract<NewEvent, { type: "IdentityRequested" }>, "id"> = { type: "IdentityRequested", data: { grounds: [...doubtGrounds], kinds: [...proofKinds], followUp: false } };
const after: Record<(typeof letterNames)[number], readonly Omit<NewEvent, "id">[]> = {
  receipt: [],
  "identity-request": [asked],
  "identity-accepted": [asked, { type: "IdentityAccepted", data: { method: "document", kinds: ["passport"], destroyedFileIds: [] } }],
  "identity-rejected": [asked, { type: "IdentityReceived", data: { files: [{ id: "f", purpose: "identity" }] } }, { type: "IdentityRejected", data: { reason: "unreadable", destroyedFileIds: ["f"] } }],
  "identity-lapsed": [asked, { type: "IdentityLapsed", data: { since: calendarDate("2026-11-24") } }],
  "proofs-expired": [asked, { type: "IdentityReceived", data: { files: [{ id: "f", purpose: "identity" }] } }, { type: "ProofsExpired", data: { destroyedFileIds: ["f"], isNeeded: true } }],
  "request-merged": [{ type: "RequestMerged", data: { into: "M3PT-8VX2", receivedOn: calendarDate("2026-11-10"), dueOn: calendarDate("2026-12-10"), claimIds: ["00000000-0000-4000-8000-000000000100"], destroyedFileIds: [] } }],
  "request-reopened": [{ type: "ReplySent", data: { hasRefusal: true, fileIds: [], destroyedFileIds: [] } }, { type: "RequestReopened", data: { claimIds: ["00000000-0000-4000-8000-000000000100"], by: "proof", on: calendarDate("2026-11-25") } }],
  "incident-letter": [{ type: "IncidentTold", data: { letterId: "l", messageId: "m" } }],
  question: [{ type: "QuestionAsked", data: { messageId: "m" } }],
  "clarification-request": [{ type: "ClarificationRequested", data: { messageId: "m" } }],
  "extension-notice": [{ type: "DeadlineExtended", data: { months: 2, reasons: [...extensionReasons], messageId: "m" } }],
  "message-received": [{ type: "MessageReceived", data: { messageId: "m", files: [] } }],
  "reply-available": [{ type: "ReplySent", data: { hasRefusal: true, fileIds: [], destroyedFileIds: [] } }],
  "file-refused": [{ type: "FileRefusedAsUnsafe", data: { purpose: "identity", destroyedFileIds: ["f"] } }],
  "withdrawal-noted": [{ type: "RequestWithdrawn", data: { destroyedFileIds: [] } }],
};
/** As read, wherever the plain text breaks its lines. */
const oneLine = (said: string) => said.replace(/[^\S\u00a0]+/g, " ");
const locales: Locale[] = ["fr", "en"];
const cases = locales.flatMap((locale) => letterNames.map((name) => ({ locale, name })));

function write(name: (typeof letterNames)[number], locale: Locale, asking: readonly Right[] = ["access"]): { letter: Letter; text: string; html: string; dueOn: string } {
  const facts = exampleFacts(exampleEvents(locale, asking, after[name]));
  const letter = writeLetter(name, facts);
  const options = { locale, baseUrl: "https://rights.optimarest.example", footer: messages(locale).letters.footer(exampleController.name, exampleController.address) };
  return { letter, text: renderText(letter, options), html: renderHtml(letter, options), dueOn: dayWords(facts.limit.dueOn, locale) };
}

describe.each(cases)("$name in $locale", ({ locale, name }) => {
  const { letter, text, html } = write(name, locale);

  test("is complete: nothing undefined, the reference, one-line subject, no picture, no remote thing", () => {
    for (const said of [letter.subject, text, html]) expect(said).not.toMatch(/undefined|null|NaN|\[object|\{\}/);
    expect(text).toContain("K7QF-2M95");
    expect(letter.subject).not.toMatch(/[\r\n]/);
    expect(html).toContain(`<html lang="${locale}"`);
    expect(html).not.toMatch(/<img|<script|url\(|@import|src=|style="|javascript:/i);
    expect([...html.matchAll(/href="([^"]*)"/g)].every(([, href]) => href?.startsWith(`https://rights.optimarest.example/${locale}`))).toBe(true);
  });

  test("says everything in the text part as well", () => {
    const wordsOf = (said: string) => said.replace(/<style>[\s\S]*?<\/style>|<[^>]+>/g, " ").replaceAll("&#39;", "'").replaceAll("&quot;", '"').replaceAll("&amp;", "&");
    const inText = new Set(text.split(/\s+/));
    const missing = wordsOf(html).split(/\s+/).filter((word) => /\p{L}{5,}/u.test(word) && ![...inText].some((each) => each.includes(word)));
    const subjectWords = letter.subject.split(/\s+/);
    expect(missing.filter((word) => !subjectWords.includes(word))).toEqual([]);
  });
});

test.each(locales)("the receipt tells the due date, its reasons, the hour, every right, who answers and the CNIL (%s)", (locale) => {
  const { text, dueOn } = write("receipt", locale, rights);
  expect(text).toContain(dueOn);
  expect(dueOn).toBe(locale === "fr" ? "mercredi 23 décembre 2026" : "Wednesday, 23 December 2026");
  expect(text).toMatch(locale === "fr" ? /lundi 23 novembre 2026 à 14.h.05 \(Europe\/Paris\)/ : /Monday, 23 November 2026 at 14:05 \(Europe\/Paris\)/);
  for (const right of rights) expect(text).toContain(messages(locale).law.right[right].name);
  expect(text).toContain("Alix Delorme");
  expect(text).toContain("3 place de Fontenoy, TSA 80715, 75334 Paris Cedex 07");
});

test.each(locales)("the receipt says what becomes of the data, until when as the law here has it, and where all of it stands (%s)", (locale) => {
  const { yourData } = messages(locale);
  const { text } = write("receipt", locale);
  expect(text).toContain(yourData.letter(lastsIn(locale), false));
  expect(text).toContain(`https://rights.optimarest.example/${locale}/your-data`);
  expect(yourData.letter(lastsIn(locale), false)).toContain(lastsIn(locale)("case-file", "closed"));
  expect(write("receipt", locale, ["post-mortem-directive"]).text).toContain(yourData.letter(lastsIn(locale), true));
  const onPaper = JSON.stringify(writeLetter("receipt", exampleFacts(exampleEvents(locale, ["access"]), { body: null, enclosed: [] })).blocks);
  expect(onPaper).toContain(yourData.letterMore.paper);
  expect(onPaper).not.toContain("your-data");
});

test.each(locales)("both languages say the same due date wherever one is still due (%s)", (locale) => {
  for (const name of letterNames) {
    if (name === "reply-available" || name === "withdrawal-noted" || name === "request-merged") continue;
    const { text, dueOn } = write(name, locale);
    expect(text, name).toContain(dueOn);
  }
});

test.each(locales)("the identity request says why, what is enough, what to hide, that time is suspended, and until when (%s)", (locale) => {
  const { text } = write("identity-request", locale);
  const { law, letters } = messages(locale);
  const words = letters.identityRequest;
  for (const said of [words.maskTitle, ...Object.values(words.mask)]) expect(oneLine(text)).toContain(oneLine(said));
  expect(oneLine(text)).toContain(oneLine(words.lapses(locale === "fr" ? "jeudi 24 décembre 2026" : "Thursday, 24 December 2026")));
  for (const ground of doubtGrounds) expect(text).toContain(law.doubtGround[ground].letter);
  for (const kind of proofKinds) expect(text).toContain(law.proofKind[kind]);
  expect(text).toMatch(locale === "fr" ? /suspendu depuis le mardi 24 novembre 2026/ : /suspended since Tuesday, 24 November 2026/);
  expect(text).toMatch(locale === "fr" ? /jamais par e-mail/ : /never by e-mail/);
});

test.each(locales)("what to hide is told of each paper asked for, and of no other (%s)", (locale) => {
  const { mask, maskTitle } = messages(locale).letters.identityRequest;
  const papers: [ProofKind[], (keyof typeof mask)[]][] = [
    [["passport", "identity-card"], ["identity"]],
    [["mandate"], ["mandate"]],
    [["heirship-proof", "death-certificate"], ["heirship-proof", "death-certificate"]],
    [["directive"], ["directive"]],
    [["driving-licence", "mandate", "other"], ["identity", "mandate", "other"]],
  ];
  for (const [kinds, told] of papers) {
    const { blocks } = writeLetter("identity-request", exampleFacts(exampleEvents(locale, ["access"], [{ ...asked, data: { ...asked.data, kinds } }])));
    const from = blocks.findIndex((block) => block.kind === "heading" && block.text === maskTitle);
    expect(blocks.slice(from + 1, from + 1 + told.length), String(kinds)).toEqual(told.map((paper) => ({ kind: "paragraph", text: mask[paper] })));
    for (const [paper, words] of Object.entries(mask)) if (!told.some((each) => each === paper)) expect(JSON.stringify(blocks)).not.toContain(words);
  }
  expect(mask.mandate).toMatch(locale === "fr" ? /numéros de document et de compte.*doivent rester lisibles/ : /document and account numbers.*must stay readable/);
  expect(mask["heirship-proof"]).toMatch(locale === "fr" ? /les autres personnes.*les montants de la succession/ : /other people.*amounts of the estate/);
});

test.each(locales)("a request for proof that comes too late does not claim to suspend anything; past the due date it says so (%s)", (locale) => {
  const askedOn = (on: string) => {
    const [filed, request] = exampleEvents(locale, ["access"], [asked]);
    const facts = exampleFacts([filed, { ...request, on, at: `${on}T10:00:00.000Z` }] as unknown as Parameters<typeof exampleFacts>[0]);
    return JSON.stringify(writeLetter("identity-request", facts).blocks);
  };
  const words = messages(locale).letters.identityRequest;
  expect(askedOn("2026-12-03")).toContain(words.notSuspended(dayWords("2026-12-23", locale)));
  for (const on of ["2026-12-03", "2027-01-05"]) expect(askedOn(on)).not.toMatch(/suspendu depuis|suspended since/);
  expect(askedOn("2027-01-05")).toContain(words.overdue);
});

test.each(locales)("what follows the suspension is said as the policy has it (%s)", (locale) => {
  const facts = exampleFacts(exampleEvents(locale, ["access"], [asked]));
  const [resumes, anew] = locale === "fr" ? [/reprend ensuite là où il s’était arrêté/, /repart ensuite du début/] : [/resumes where it left off/, /starts again from the beginning/];
  const said = (startsAnew: boolean) => JSON.stringify(writeLetter("identity-request", { ...facts, limit: { ...facts.limit, startsAnew } }).blocks);
  expect(facts.limit.startsAnew).toBe(false);
  expect(said(false)).toMatch(resumes);
  expect(said(false)).not.toMatch(anew);
  expect(said(true)).toMatch(anew);
  expect(said(true)).not.toMatch(resumes);
});

test.each(locales)("an identity established without a document speaks of none destroyed; documents that end a suspension are told so (%s)", (locale) => {
  const said = (events: readonly Omit<NewEvent, "id">[], name: (typeof letterNames)[number]) => JSON.stringify(writeLetter(name, exampleFacts(exampleEvents(locale, ["access"], events))).blocks);
  const { identityAccepted, messageReceived } = messages(locale).letters;
  expect(said([{ type: "IdentityAccepted", data: { method: "email-code", kinds: [], destroyedFileIds: [] } }], "identity-accepted")).toContain(identityAccepted.leadWithout);
  expect(said([{ type: "IdentityAccepted", data: { method: "document", kinds: ["passport"], destroyedFileIds: ["f"] } }], "identity-accepted")).toContain(identityAccepted.lead(lastsIn(locale)("picture-mark", "received")));
  expect(identityAccepted.lead("~"), "the fingerprint of a picture outlives it").toMatch(locale === "fr" ? /pendant ~.*empreinte/ : /for ~.*fingerprint/);
  expect(said([asked, { type: "IdentityReceived", data: { files: [] } }], "message-received")).toContain(messageReceived.resumed);
  expect(said([{ type: "IdentityReceived", data: { files: [] } }], "message-received")).not.toContain(messageReceived.resumed);
});

test.each(locales)("where the document asked for was not needed, the letter says that it stopped no clock (%s)", (locale) => {
  const said = (heardOn: CalendarDate | null) => JSON.stringify(writeLetter("identity-accepted", exampleFacts(exampleEvents(locale, ["access"], [asked, { type: "IdentityAccepted", data: { method: "known-facts", kinds: [], destroyedFileIds: [], heardOn } }]))).blocks);
  const sentence = locale === "fr" ? "le délai n’a pas été suspendu" : "the time limit was not suspended";
  expect(said(null)).toContain(sentence);
  expect(said(calendarDate("2026-11-25"))).not.toContain(sentence);
});

test.each(locales)("taken up again with the proof there is a new month; by staff the first date stays, with an apology (%s)", (locale) => {
  const { requestReopened: words } = messages(locale).letters;
  const [replied] = after["request-reopened"];
  const said = (data: { by: "proof" | "staff"; goesOn?: true }) =>
    JSON.stringify(writeLetter("request-reopened", exampleFacts(exampleEvents(locale, ["access"], [replied!, { type: "RequestReopened", data: { claimIds: [], on: calendarDate("2026-11-25"), ...data } }]))).blocks);
  expect(said({ by: "proof" })).toContain(words.month);
  expect(said({ by: "staff", goesOn: true })).toContain(words.goesOn);
  expect(said({ by: "staff", goesOn: true })).not.toContain(words.month);
  expect(said({ by: "staff" })).toContain(words.month);
});

test.each(locales)("the receipt says how much takes effect at once (%s)", (locale) => {
  const { all, part } = messages(locale).letters.receipt.atOnce;
  expect(write("receipt", locale, ["withdraw-consent", "objection"]).text).toContain(all);
  expect(write("receipt", locale, ["withdraw-consent", "access"]).text).toContain(part);
  for (const words of [all, part]) expect(write("receipt", locale, ["access"]).text).not.toContain(words);
  const facts = exampleFacts(exampleEvents(locale, ["deceased"]));
  const said = (harmless: boolean) => JSON.stringify(writeLetter("receipt", { ...facts, request: { ...facts.request, claims: facts.request.claims.map((claim) => ({ ...claim, harmless })) } }).blocks);
  expect(said(true)).toContain(all);
  expect(said(false)).not.toContain(all);
});

test.each(locales)("after the reply a question is a message, and no date is due (%s)", (locale) => {
  const { question } = messages(locale).letters;
  const facts = exampleFacts(exampleEvents(locale, ["access"], [...after["reply-available"], ...after.question]));
  const letter = writeLetter("question", facts);
  expect(letter.subject).toBe(question.afterReply.subject("K7QF-2M95"));
  expect(JSON.stringify(letter.blocks)).not.toContain(dayWords(facts.limit.dueOn, locale));
});

test("one identity document is enough, even beside other papers", () => {
  const kinds = (wanted: (typeof proofKinds)[number][]) => {
    const facts = exampleFacts(exampleEvents("fr", ["deceased"], [{ ...asked, data: { ...asked.data, kinds: wanted } }]));
    return writeLetter("identity-request", facts).blocks.filter((block) => block.kind === "list")[1]?.items;
  };
  expect(kinds(["passport", "identity-card", "death-certificate"])).toEqual([expect.stringMatching(/^Passeport, Carte d’identité.*un seul/), "Acte de décès"]);
  expect(kinds(["passport", "identity-card"])).toEqual(["Passeport", "Carte d’identité"]);
});

test.each(locales)("every reason of rejection has its help (%s)", (locale) => {
  for (const reason of proofRejections) {
    const facts = exampleFacts(exampleEvents(locale, ["access"], [asked, { type: "IdentityRejected", data: { reason, destroyedFileIds: [] } }]));
    const said = JSON.stringify(writeLetter("identity-rejected", facts).blocks);
    expect(said).toContain(messages(locale).law.proofRejection[reason].help);
  }
});

test.each(locales)("a file that was refused is told without saying what it was; ours is for us to replace, and a closed case has no due date (%s)", (locale) => {
  const said = (purpose: FilePurpose, before: readonly Omit<NewEvent, "id">[] = []) => {
    const facts = exampleFacts(exampleEvents(locale, ["access"], [...before, { type: "FileRefusedAsUnsafe", data: { purpose, destroyedFileIds: ["f"] } }]));
    return { text: JSON.stringify(writeLetter("file-refused", facts).blocks), dueOn: dayWords(facts.limit.dueOn, locale) };
  };
  const { letters: { fileRefused }, law } = messages(locale);
  expect(said("identity").text).toContain(fileRefused.next.mail);
  expect(said("identity").text).not.toContain(law.filePurpose.identity);
  const late = said("reply", after["reply-available"]);
  expect(late.text).toContain(fileRefused.nextReply.mail);
  expect(late.text).not.toContain(late.dueOn);
});

test("the code is in the body, never in the subject", () => {
  const letter = followCode({ code: "048213", locale: "fr" });
  expect(letter.subject).not.toMatch(/\d/);
  expect(renderText(letter, { locale: "fr", baseUrl: "https://x.example", footer: [] })).toContain("048 213");
});

test("a letter follows only its own events, and every letter after an event can be written", () => {
  const facts = exampleFacts(exampleEvents("fr", ["access"]));
  expect(() => writeLetter("question", facts)).toThrow();
  const written = new Set(Object.values(letterAfter).filter((name) => name !== null));
  for (const name of written) expect(letterNames).toContain(name);
});

describe.each(locales)("on paper (%s)", (locale) => {
  const printed = (name: (typeof letterNames)[number], paper = { body: "Une ligne.\n\n## Titre\n- point", enclosed: ["donnees.json"] }) =>
    writeLetter(name, exampleFacts(exampleEvents(locale, ["access"], after[name]), paper));

  test.each(letterNames)("%s: nothing that only a mail or the space can do, and where to answer", (name) => {
    const { subject, blocks } = printed(name);
    const said = JSON.stringify(blocks);
    expect(blocks.some(({ kind }) => kind === "button")).toBe(false);
    expect(said).not.toMatch(/votre espace|request’s page|code à six chiffres|six-digit|ne pas répondre à cet e-mail|do not reply|cet e-mail|this e-mail/);
    expect(subject).toContain("K7QF-2M95");
    if (name !== "reply-available" && name !== "withdrawal-noted") expect(said).toContain("1 rue de l’Exemple, 31000 Toulouse");
  });

  test("the question and the reply stand in full, with what is enclosed", () => {
    for (const name of ["question", "reply-available"] as const) expect(printed(name).blocks).toEqual(expect.arrayContaining([{ kind: "paragraph", text: "Une ligne." }, { kind: "heading", text: "Titre" }, { kind: "list", items: ["point"] }]));
    expect(JSON.stringify(printed("reply-available").blocks)).toContain("donnees.json");
    expect(JSON.stringify(write("question", locale).letter.blocks)).not.toContain("Une ligne.");
  });

  test("the receipt of a recorded request says by which way it came and when, both days of a registered letter, and no hour nobody knew", () => {
    const [filed] = exampleEvents(locale, ["access"]);
    const arrival = { post: { kind: "registered", presentedOn: "2026-11-19", deliveredOn: "2026-11-23", isNumbered: true } };
    const recorded = { ...filed, data: { ...(filed as { data: object }).data, channel: "post", arrival } } as typeof filed;
    const said = JSON.stringify(writeLetter("receipt", exampleFacts([recorded] as Parameters<typeof exampleFacts>[0], { body: null, enclosed: [] })).blocks);
    for (const day of ["2026-11-19", "2026-11-23"]) expect(said).toContain(dayWords(day, locale));
    expect(said).not.toMatch(/14.h.05|14:05/);
    expect(said).toContain(messages(locale).letters.receipt.keepRecorded.paper);
    expect(said).not.toContain(messages(locale).letters.receipt.overdue);
    const late = { ...recorded, on: "2026-12-28", at: "2026-12-28T10:00:00.000Z" } as typeof recorded;
    expect(JSON.stringify(writeLetter("receipt", exampleFacts([late] as Parameters<typeof exampleFacts>[0])).blocks)).toContain(messages(locale).letters.receipt.overdue);
  });
});
