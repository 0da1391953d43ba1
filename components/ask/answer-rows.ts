import { dayWords } from "@/lib/i18n/dates";
import type { Messages } from "@/lib/i18n/messages";
import type { Right } from "@/lib/law/rights";
import type { Typed } from "@/lib/request/ask/draft";
import { relevantFields } from "@/lib/request/ask/relevant";

export type AnswerRow = { field: string; label: string; text: string | null };

/** The answers of one right in words, in the order asked, without those that do not count. `text` is null where nothing was said. */
export function answerRows(right: Right, typed: Typed, words: Messages, locale: "fr" | "en"): AnswerRow[] {
  const labels = words.ask.field[right] as Record<string, { label: string }>;
  return relevantFields(right, typed).map((field) => ({ field, label: labels[field]?.label ?? field, text: wordsOf(field, typed[field], words, locale) }));
}

function wordsOf(field: string, value: Typed[string] | undefined, { ask, law }: Messages, locale: "fr" | "en"): string | null {
  const values = (Array.isArray(value) ? value : [value ?? ""]).filter((each) => each.trim() !== "");
  if (values.length === 0) return null;
  if (field === "diedOn" || field === "bornOn" || field === "decidedOn") return dayWords(values[0] as string, locale, false);
  if (field === "ground") return law.restrictionGround[values[0] as keyof typeof law.restrictionGround]?.words ?? null;
  if (field === "consent") return ask.consentOption;
  const choices: Record<string, Record<string, string>> = {
    scope: law.scope,
    destination: law.destination,
    kind: law.objectionKind,
    purposes: law.consentPurpose,
    instructions: law.directiveKind,
    capacity: law.capacity,
    otherHeirs: law.otherHeirs,
    wishes: law.estateWish,
  };
  const known = choices[field];
  return values.map((each) => (known ? known[each] ?? each : each)).join("\n");
}
