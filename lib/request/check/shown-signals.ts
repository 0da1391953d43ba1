import { isOpen, type SubjectRequest } from "../request";
import type { Signal } from "./signal";

/** A signal as staff are told it; that of the address follows from what a colleague compared, those of a machine-readable zone from the last one somebody checked. */
export type ShownSignal = Signal | { signal: "other-email" | "zone-digits" | "zone-name" };
export type ShownName = ShownSignal["signal"];

/**
 * The signals that still say something: a picture seen twice always does, a flaw of a picture as long as it waits to be
 * judged, the others while an answer is owed. The likeness that was seen first gives way to the sameness seen later.
 */
export function shownSignals(request: SubjectRequest): ShownSignal[] {
  const { signals, compared, zone, proofs } = request;
  const same = new Set(signals.flatMap((each) => (each.signal === "same-picture" ? [each.about] : [])));
  const raised = signals.filter((each) => {
    if (each.signal === "similar-picture") return !same.has(each.about);
    if (each.signal === "same-picture") return true;
    return "fileId" in each ? proofs.some(({ fileId }) => fileId === each.fileId) : isOpen(request);
  });
  if (!isOpen(request) || request.verification) return raised;
  const followed = { "other-email": compared?.facts.email === "differs", "zone-digits": zone !== null && zone.failed.length > 0, "zone-name": zone?.name === "differs" };
  return [...raised, ...(["other-email", "zone-digits", "zone-name"] as const).filter((each) => followed[each]).map((signal) => ({ signal }))];
}
