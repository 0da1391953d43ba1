import type { Right } from "@/lib/law/rights";
import type { ClaimAnswers, ClaimAnswersOf } from "./ask/claim-answers";
import type { CaseFile } from "./case-file";
import { parseReference } from "./reference";
import { stopWords } from "./stop-words";
import { compoundsIn, emailsIn, fold, numbersIn, prefixesOf, wordsIn } from "./word-forms";

/** Goes up whenever the same case file would give other words: what was made by an older version is made anew. */
export const searchVersion = 1;
/** Bounds what one case costs, however much was written in it. */
const mostWords = 2_000;
const mostAsked = 12;
/** Of what is typed into the box, no more than this is read. */
export const mostTyped = 200;

type Field = { [R in Right]: keyof ClaimAnswersOf<R> }[Right];
/** How an answer is found. `short`: names, numbers and addresses, by their beginnings. `long`: texts, by whole words. Null: a choice or a date. */
const fields: Record<Field, "short" | "long" | null> = {
  name: "short", designatedName: "short", recipientName: "short", deceasedEmail: "short", deceasedCustomerNumber: "short", orderNumber: "short",
  address: "short", recipientContact: "short", designatedContact: "short", placeOfDeath: "short", lastCountry: "short",
  details: "long", field: "long", wrongValue: "long", rightValue: "long", processing: "long", situation: "long", view: "long", relationship: "long",
  scope: null, ground: null, destination: null, kind: null, purposes: null, decidedOn: null, instructions: null, consent: null,
  diedOn: null, bornOn: null, capacity: null, wishes: null, otherHeirs: null,
};

/**
 * Every word by which a case is found: its reference and, as long as there is a case file, what the person and staff wrote
 * in it. What matters most comes first; beyond 2,000 words the oldest notes and messages are found no more. Replies and
 * explanations are left out: they say the same in every case, and quote data held elsewhere.
 */
export function searchWords(reference: string, file: CaseFile | null): Set<string> {
  const words = new Set<string>();
  const add = (found: readonly string[]) => {
    for (const word of found.slice(0, mostWords)) if (words.size < mostWords) words.add(word);
  };
  add(shortWords(reference));
  add(prefixesOf(fold(reference.replace("-", ""))));
  if (!file) return words;
  const answers = Object.values(file.claims).flatMap(answersOf);
  const { name, email, postalAddress, customerNumber } = file.requester;
  const { represented, deceased, trackingNumber } = file;
  const short = [name, email, customerNumber, represented?.name, deceased?.name, deceased?.email, deceased?.customerNumber, postalAddress, trackingNumber];
  for (const text of [...short, ...answers.filter(({ found }) => found === "short").map(({ text }) => text)]) add(shortWords(text));
  for (const text of [file.words, ...answers.filter(({ found }) => found === "long").map(({ text }) => text)]) add(longWords(text));
  const written = [...file.messages, ...file.notes].toSorted((one, other) => (one.at < other.at ? 1 : -1));
  for (const { body } of written) add(longWords(body));
  return words;
}

/** The words a case must all have to be found by what was typed; empty when nothing can be searched for. Any of them may be the beginning of a name. */
export function askedWords(typed: string): string[] {
  const reference = parseReference(typed);
  if (reference) return [fold(reference.replace("-", ""))];
  let rest = fold(typed.slice(0, mostTyped));
  const asked: string[] = [];
  const take = (part: string, word: string) => {
    asked.push(word);
    rest = rest.replace(part, " ");
  };
  for (const { email } of emailsIn(rest)) take(email, email);
  for (const { typed: part, number } of numbersIn(rest)) take(part, number);
  // The domain of an address is not kept: of one not yet typed to its end, the part before it.
  const words = wordsIn(rest.replace(/@\S*/g, " "));
  const telling = words.filter((word) => !stopWords.has(word));
  return [...new Set([...asked, ...(asked.length + telling.length > 0 ? telling : words)])].slice(0, mostAsked);
}

function answersOf({ answers }: ClaimAnswers): { text: string; found: "short" | "long" | null }[] {
  return Object.entries(answers).flatMap(([field, text]) => (typeof text === "string" ? [{ text, found: fields[field as Field] ?? null }] : []));
}

/** Names, numbers, addresses: their words, and the beginnings of these. */
function shortWords(text: string | null | undefined): string[] {
  const { emails, words } = partsOf(text);
  return [...emails, ...words.flatMap(prefixesOf)];
}

/** Texts: their words, whole. */
function longWords(text: string | null | undefined): string[] {
  const { emails, words } = partsOf(text);
  return [...emails, ...words.filter((word) => !stopWords.has(word))];
}

/** E-mail addresses whole and by what stands before their @: everybody's domains are the same few, and would tell themselves by how often they occur. */
function partsOf(text: string | null | undefined): { emails: string[]; words: string[] } {
  const folded = fold(text ?? "");
  const emails = emailsIn(folded);
  const rest = emails.reduce((all, { email, local }) => all.replace(email, ` ${local} `), folded);
  return { emails: emails.map(({ email }) => email), words: [...numbersIn(rest).map(({ number }) => number), ...wordsIn(rest), ...compoundsIn(rest)] };
}
