import { isOpen, type SubjectRequest } from "../request";
import type { Signal } from "./signal";

/** A signal as staff are told it; those of a machine-readable zone follow from the last one somebody checked. */
export type ShownSignal = Signal | { signal: "zone-digits" | "zone-name" };
export type ShownName = ShownSignal["signal"];

/**
 * The signals that still say something: a picture seen twice always does, a flaw of a picture as long as it waits to be
 * judged, the others while an answer is owed. The likeness that was seen first gives way to the sameness seen later.
 */
export function shownSignals(request: SubjectRequest): ShownSignal[] {
  const { signals, zone, proofs } = request;
  const same = new Set(signals.flatMap((each) => (each.signal === "same-picture" ? [each.about] : [])));
  const raised = signals.filter((each) => {
    if (each.signal === "similar-picture") return !same.has(each.about);
    if (each.signal === "same-picture") return true;
    return "fileId" in each ? proofs.some(({ fileId }) => fileId === each.fileId) : isOpen(request);
  });
  if (!zone || !isOpen(request) || request.verification) return raised;
  return [...raised, ...(zone.failed.length > 0 ? [{ signal: "zone-digits" } as const] : []), ...(zone.name === "differs" ? [{ signal: "zone-name" } as const] : [])];
}
