import fc from "fast-check";
import { expect, test } from "vitest";
import type { CaseFile } from "./case-file";
import { askedWords, searchWords } from "./search-words";
import { stopWords } from "./stop-words";
import { fold, numbersIn, prefixesOf, wordsIn } from "./word-forms";

const reference = "K7QF-2M95";
const file: CaseFile = {
  requester: { name: "Élise N’Guessan-Œhler", email: "elise.nguessan@client.example", postalAddress: "18 rue des Tisserands\n81000 Albi", customerNumber: "CMD-2024-001234" },
  represented: { name: "Zoé Straße" },
  deceased: { name: "Marguerite Le Goff", diedOn: "2026-10-01", placeOfDeath: "Lyon", bornOn: null, lastCountry: "France", email: "margot@ancien.example", customerNumber: "998877", capacity: "heir", relationship: "Sa fille" },
  words: "Appelez-moi au +33 (0)6 12 34 56 78, ou écrivez à bureau@travail.example.",
  trackingNumber: "1A 234 567 8901 2",
  claims: {
    a: { right: "objection", answers: { kind: "marketing", address: "05.61.00.11.22", processing: null, situation: null } },
    b: { right: "human-review", answers: { orderNumber: "C-2026-42", view: "Ma demande de crédit fut écartée." } },
  },
  tasks: [],
  joined: [], messages: [{ id: "1", from: "requester", at: "2026-11-02T10:00:00Z", body: "Les trampolines étaient défectueux", fileIds: [] }],
  notes: [{ id: "2", staffId: "x", at: "2026-11-03T10:00:00Z", body: "Transmis au laboratoire" }],
  explanations: { a: "Explicationpropre" },
  replyDraft: { body: "Brouillonpropre", fileIds: [] },
  replies: [{ id: "r", body: "Reponsepropre", fileIds: [] }],
};
const kept = searchWords(reference, file);
const finds = (typed: string) => {
  const asked = askedWords(typed);
  return asked.length > 0 && asked.every((word) => kept.has(word));
};

test.each([
  "K7QF-2M95", "k7qf 2m95", "K7QF2M95", "k7q", "K7QF-2M", "k7qf2m",
  "Élise", "elise", "ELI", "el", "N’Guessan", "N'Guessan", "nguessan", "guess", "oehler", "Œhl", "N’Guessan-Œhler", "elise oehler", "ehl".replace("e", "oe"),
  "elise.nguessan@client.example", "ELISE.NGUESSAN@CLIENT.EXAMPLE", " <elise.nguessan@client.example> ", "elise.nguessan", "elise.nguessan@cli", "margot@ancien.example",
  "CMD-2024-001234", "cmd2024001234", "2024-001234", "2024001234", "cmd-2024", "998877", "9988", "C-2026-42", "1A 234 567 8901 2",
  "strasse", "Straße", "zoé", "Le Goff", "le goff marguerite", "marg", "tisserands", "81000", "albi",
  "06 12 34 56 78", "0612345678", "06.12.34.56.78", "+33 6 12 34 56 78", "0033 6 12 34 56 78", "+33612345678", "+33 (0)6 12 34 56 78", "0561001122", "05 61 00", "bureau@travail.example",
  "écartée", "credit", "trampolines", "TRAMPOLINES defectueux", "les trampolines de elise", "laboratoire", "🎈 trampolines",
])("finds by %j", (typed) => {
  expect(finds(typed)).toBe(true);
});

test.each(["trampo", "laborat", "explicationpropre", "brouillonpropre", "reponsepropre", "everything", "marketing", "client", "example", "durand", "elise durand", "elise@client.example", "K7QF-2M9X", "%", "_", "%lise", "_lise", "'", "\\", "' OR 1=1--", "", " ", "@", "@client.example", "🎈", "é", "\u202e"])("does not find by %j", (typed) => {
  expect(finds(typed)).toBe(false);
});

test("text from right to left and without spaces is found as it is written", () => {
  const words = searchWords(reference, { ...file, requester: { ...file.requester, name: "محمد الحسن 王小明" } });
  for (const typed of ["محمد", "الحس", "王小", "王小明", "محمد 王小明"]) expect(askedWords(typed).every((word) => words.has(word)), typed).toBe(true);
});

test("of an erased case only the reference is left", () => {
  expect([...searchWords(reference, null)].every((word) => "k7qf2m95".startsWith(word) || "2m95".startsWith(word))).toBe(true);
});

test("a word alone that says little is searched for; beside others it is passed over", () => {
  expect(askedWords("le")).toEqual(["le"]);
  expect(askedWords("le goff")).toEqual(["goff"]);
});

test("however much was written, a case has 2,000 words at most: the newest are found, and the name", () => {
  const body = (from: number) => Array.from({ length: 400 }, (_, index) => `mot${from + index}x`).join(" ");
  const messages = Array.from({ length: 10 }, (_, index) => ({ id: String(index), from: "requester" as const, at: `2026-11-0${index}T10:00:00Z`, body: body(index * 400), fileIds: [] }));
  const words = searchWords(reference, { ...file, messages });
  expect(words.size).toBe(2_000);
  expect([words.has("mot3999x"), words.has("mot1x"), words.has("guessan")]).toEqual([true, false, true]);
});

const text = fc.string({ unit: "grapheme", maxLength: 60 });

test("folding twice changes nothing, and no case or accent makes a difference", () => {
  fc.assert(
    fc.property(text, (typed) => {
      expect(fold(fold(typed))).toBe(fold(typed));
    }),
  );
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(..."aéèçôüñœßABÉŒ -'’") }), (typed) => {
      expect(wordsIn(fold(typed.toUpperCase()))).toEqual(wordsIn(fold(typed)));
    }),
  );
});

test("whatever somebody is called, they are found by that name and by the beginning of each of its words", () => {
  fc.assert(
    fc.property(text, (name) => {
      const words = searchWords(reference, { ...file, requester: { ...file.requester, name } });
      const asked = askedWords(name);
      expect(asked.filter((word) => !words.has(word))).toEqual([]);
      for (const word of wordsIn(fold(name))) for (const beginning of prefixesOf(word)) expect(words.has(beginning)).toBe(true);
    }),
  );
});

test("a message is found by each of its words", () => {
  fc.assert(
    fc.property(text, (body) => {
      const words = searchWords(reference, { ...file, joined: [], messages: [{ id: "1", from: "requester", at: "2026-11-02", body, fileIds: [] }] });
      expect(askedWords(body).filter((word) => !stopWords.has(word) && !words.has(word))).toEqual([]);
    }),
  );
});

test("numbers: spaced anyhow, one number", () => {
  expect(numbersIn("tel 06 12 34 56 78 ou 123456789012345678901234567890").map(({ number }) => number)).toEqual(["0612345678"]);
  expect(numbersIn("+44 20 7946 0018").map(({ number }) => number)).toEqual(["442079460018"]);
});

test("IN10: fifty thousand of one character take no time", () => {
  for (const character of ["a", "1", "1 ", "(", "@", ".", " ", "é", "-", "a-", "a@", "+1", "(0)", "1(0)"]) {
    const long = character.repeat(50_000);
    const startedAt = performance.now();
    askedWords(long);
    searchWords(reference, { ...file, words: long });
    expect(performance.now() - startedAt, character).toBeLessThan(1_000);
  }
});
