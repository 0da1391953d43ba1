import { isEmail } from "./ask/text";

/** The forms under which words are found again, the same for what is kept and for what is typed into the search box. */

const longestWord = 64;
/** Prefixes of a name or number, as one types it: from 2 to 12 characters; beyond that only the whole. */
const prefix = { shortest: 2, longest: 12 } as const;
const digits = { fewest: 6, most: 20 } as const;
const letters: Record<string, string> = { œ: "oe", æ: "ae", ß: "ss", ø: "o", ł: "l", đ: "d", ð: "d", þ: "th", ı: "i" };

/** Compatibility forms, small letters, without accents: `Élise Œhler` → `elise oehler`. Folding twice changes nothing. */
export function fold(text: string): string {
  const plain = text.normalize("NFKD").toLowerCase().normalize("NFKD").replace(/\p{M}+/gu, "");
  return plain.replace(/[œæßøłđðþı]/g, (letter) => letters[letter] ?? letter);
}

/** The words of a folded text, of at least two characters; apostrophes, hyphens and dots part them. */
export function wordsIn(folded: string): string[] {
  return (folded.match(/[\p{L}\p{N}]+/gu) ?? []).filter(isWord);
}

/** What apostrophes and hyphens hold together, as one word as well: `n’guessan` → `nguessan`, `jean-pierre` → `jeanpierre`. */
export function compoundsIn(folded: string): string[] {
  const runs = folded.match(/[\p{L}\p{N}'’ʼ‐‑-]+/gu) ?? [];
  return runs.filter((run) => wordsIn(run).length > 1 || /[^\p{L}\p{N}]/u.test(run.slice(1, -1))).map((run) => run.replace(/[^\p{L}\p{N}]/gu, "")).filter(isWord);
}

/** A number of six digits or more, however it is spaced, and where it stands. A telephone number is written as in France. */
export function numbersIn(folded: string): { typed: string; number: string }[] {
  const found = folded.match(/\+?\d(?:[ ./-]?(?:\(0\))?[ ]?\d)+/g) ?? [];
  return found.map((typed) => ({ typed, number: nationalNumber(typed) })).filter(({ number }) => number.length >= digits.fewest && number.length <= digits.most);
}

/** `+33 (0)6 12 34 56 78`, `0033612345678` and `06.12.34.56.78` are one number. */
function nationalNumber(typed: string): string {
  const isInternational = typed.startsWith("+");
  const plain = typed.replace("(0)", "").replace(/\D/g, "");
  const abroad = isInternational ? plain : /^00[1-9]\d{8,}$/.test(plain) ? plain.slice(2) : null;
  if (abroad === null) return plain;
  return /^33\d{9}$/.test(abroad) ? `0${abroad.slice(2)}` : abroad;
}

/** The e-mail addresses in a folded text, and where each stands. */
export function emailsIn(folded: string): { email: string; local: string }[] {
  return folded
    .split(/[\s<>()[\]{},;:"«»]+/)
    .map((part) => part.replace(/^[.]+|[.!?…]+$/g, ""))
    .filter((part) => part.length <= 254 && isEmail(part))
    .map((email) => ({ email, local: email.slice(0, email.indexOf("@")) }));
}

/** A word and its beginnings, in whole characters. */
export function prefixesOf(word: string): string[] {
  const characters = [...word];
  const lengths = Math.max(0, Math.min(characters.length - 1, prefix.longest) - prefix.shortest + 1);
  return [...Array.from({ length: lengths }, (_, index) => characters.slice(0, index + prefix.shortest).join("")), word];
}

function isWord(word: string): boolean {
  return word.length <= longestWord && [...word].length >= prefix.shortest;
}
