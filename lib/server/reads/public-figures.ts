import "server-only";
import { rights } from "@/lib/law/rights";
import { type Line, linesOf } from "@/lib/request/figures/lines";
import { lastWholeYear, type Period } from "@/lib/request/figures/period";
import { type PublishedFigures, publishedOf } from "@/lib/request/figures/published";
import type { StaffActor } from "../actor";
import { now } from "../clock";
import { civilDay } from "../clock-facts";
import { log } from "../log";
import { areFiguresPublic } from "../publish-figures";
import { counted } from "./figures";

const keptMs = 600_000;
const linkMs = 60_000;
let kept: { until: number; told: PublishedFigures & { period: Period } } | undefined;
let link: { until: number; isThere: boolean } | undefined;

/**
 * What anybody may read of the last twelve whole months, or null while the controller publishes nothing. About no person and no
 * case, so no actor is asked; kept in memory for ten minutes, whoever asks how often.
 */
export async function publishedFigures(): Promise<(PublishedFigures & { period: Period }) | null> {
  if (!(await areFiguresPublic())) return null;
  const at = now().getTime();
  if (!kept || kept.until <= at) {
    const period = lastWholeYear(civilDay(now()));
    const { counts } = await counted(period);
    kept = { until: at + keptMs, told: { period, ...publishedOf(linesOf(counts, "all", [""])[0] as Line, linesOf(counts, "right", rights)) } };
  }
  return kept.told;
}

/** The same for those who may change it; null for others. */
export async function isPublicFor(actor: StaffActor): Promise<boolean | null> {
  return actor.permissions.has("figures.publish") ? areFiguresPublic() : null;
}

/** Is there something to link to? A minute old at most; no page fails for want of it. */
export async function areFiguresLinked(): Promise<boolean> {
  const at = now().getTime();
  if (!link || link.until <= at) {
    link = { until: at + linkMs, isThere: link?.isThere ?? false };
    try {
      link.isThere = await areFiguresPublic();
    } catch (error) {
      log.warn({ code: "figures_link_unknown", error });
    }
  }
  return link.isThere;
}
