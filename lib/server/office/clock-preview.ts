import "server-only";
import { dayWords, shortDay } from "@/lib/i18n/dates";
import type { Locale } from "@/lib/i18n/locale";
import { messages } from "@/lib/i18n/messages";
import type { ClockDifference } from "@/lib/law/clock-change";
import type { ClockPreview } from "@/lib/request/clock-state";
import type { Move, Moves } from "../clock-moves";

type Facts = { version: number; differences: readonly ClockDifference[]; moves: Moves; locale: Locale };

/** What a change would do, in the reader's words. */
export function previewWords({ version, differences, moves, locale }: Facts): ClockPreview {
  const { preview: text, closures, difference } = messages(locale).clock;
  const { cases, moved, late, targets, first } = moves;
  const isClosure = differences.some(({ what }) => what === "closure");
  return {
    version,
    changes: differences.map((each) => difference(each, (day) => dayWords(day, locale))),
    told: [
      ...(isClosure ? [closures.law] : []),
      moved === 0 ? text.none : text.moved(moved, cases),
      ...(targets === 0 ? [] : [moved === 0 ? text.onlyTargets(targets) : text.targets(targets)]),
      ...(moved === 0 ? [] : [text.told]),
    ],
    warning: late === 0 ? null : text.late(late),
    rows: rowsOf(first).map(({ before, after, references }) => ({ before: shortDay(before, locale, true), after: shortDay(after, locale, true), references })),
    more: moved > first.length ? text.more(moved - first.length) : null,
  };
}

/** Most changes move many cases from one same date to another: one row for them. */
function rowsOf(moves: readonly Move[]) {
  const rows = new Map<string, { before: string; after: string; references: string[] }>();
  for (const { reference, before, after } of moves) {
    const row = rows.get(`${before} ${after}`) ?? { before, after, references: [] };
    row.references.push(reference);
    rows.set(`${before} ${after}`, row);
  }
  return [...rows.values()];
}
