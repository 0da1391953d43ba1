import type { mask } from "@/lib/i18n/fr/mask";
import { inPercent, type Size } from "./mask-boxes";
import type { Covering } from "./mask-steps";

export type MaskWords = typeof mask;

/** What was done last and where things stand, for those who do not see it. */
export function saidOf({ told, boxes }: Covering, size: Size, words: MaskWords): string | null {
  if (!told) return null;
  const { what, number } = told;
  if (what === "cleared") return words.told.cleared;
  if (what === "undone") return words.told.undone(boxes.length);
  if (what === "removed") return words.told.removed(number, boxes.length);
  const box = boxes[number - 1];
  return box ? words.told[what](number, inPercent(box, size)) : null;
}
