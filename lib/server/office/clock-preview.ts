import "server-only";
import { dayWords, shortDay } from "@/lib/i18n/dates";
import type { Locale } from "@/lib/i18n/locale";
import { messages } from "@/lib/i18n/messages";
import type { ClockDifference } from "@/lib/law/clock-change";
import type { ClockPreview } from "@/lib/request/clock-state";
import type { Moves } from "../clock-moves";

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
    rows: first.map(({ reference, before, after }) => ({ reference, before: shortDay(before, locale, true), after: shortDay(after, locale, true) })),
    more: moved > first.length ? text.more(moved - first.length) : null,
  };
}
