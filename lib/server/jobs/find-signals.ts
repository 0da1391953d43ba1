import "server-only";
import { raiseSignals } from "@/lib/request/check/raise-signals";
import type { Signal } from "@/lib/request/check/signal";
import { systemActor } from "../actor";
import { perform } from "../perform";
import { alikeTo } from "../signals/alike";
import { flawsOf } from "../signals/flaws";
import { loadCase } from "../store";
import type { Handler } from "./job";

/**
 * Looks at a request after documents have joined it, or after it came from a network that sends many: what strikes is written
 * down on it, and a picture seen twice on the other request as well. Each signal is raised once, however often this runs.
 */
export const findSignals: Handler<"find-signals"> = async ({ reference, isFromBusyNetwork }) => {
  const email = await emailOf(reference);
  if (email === undefined) return;
  const found: Signal[] = [...(isFromBusyNetwork ? [{ signal: "many-from-one-network" } as const] : []), ...(await flawsOf(reference))];
  for (const { fileId, about, otherFileId, isExact } of await alikeTo(reference)) {
    const other = await emailOf(about);
    if (other === undefined) continue;
    const likeness = { signal: isExact ? "same-picture" : "similar-picture", isSamePerson: email !== null && email === other } as const;
    found.push({ ...likeness, about, fileId });
    await raise(about, [{ ...likeness, about: reference, fileId: otherFileId }]);
  }
  await raise(reference, found);
};

/** Refused where all is known already, or the case file has meanwhile been erased: nothing is left to say. */
async function raise(reference: string, signals: Signal[]): Promise<void> {
  await perform(systemActor(), raiseSignals, { signals }, { reference });
}

/** The address as one compares it; null where there is none, undefined where there is no case file any more. */
async function emailOf(reference: string): Promise<string | null | undefined> {
  const caseFile = (await loadCase(reference))?.caseFile;
  return caseFile ? (caseFile.requester.email?.toLowerCase() ?? null) : undefined;
}
