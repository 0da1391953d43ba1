import type { Messages } from "@/lib/i18n/messages";
import type { Typed } from "@/lib/request/ask/draft";

/** What the fields of a page of questions need: the words, and what was typed before, right or wrong. */
export type Question = { ask: Messages["ask"]; law: Messages["law"]; optional: string; typed: Typed };

/** The text typed in a field before; the first where there are several. */
export function textOf(typed: Typed, field: string): string {
  const value = typed[field];
  return (Array.isArray(value) ? value[0] : value) ?? "";
}

/** All that was typed or ticked in a field, as a list. */
export function textsOf(typed: Typed, field: string): string[] {
  const value = typed[field];
  return Array.isArray(value) ? value : value ? [value] : [];
}

/** Options of a choice, from the words for its values. */
export function optionsOf<V extends string>(words: Record<V, string>): { value: V; label: string }[] {
  return (Object.keys(words) as V[]).map((value) => ({ value, label: words[value] }));
}
