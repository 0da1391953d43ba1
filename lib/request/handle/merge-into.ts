import { z } from "zod";
import type { CalendarDate } from "@/lib/law/calendar";
import { command } from "../command";
import { owedClaims } from "../request";
import { merging, type Side } from "./merging";

/**
 * The later of two requests for the same: what it repeats is answered with the earlier one, by that one's date, and the person
 * is told. A right only this one asks for stays here, with its own time limit. law.md § 1.3. Refusals: those of `merging`.
 */
export const mergeInto = command({
  name: "mergeInto",
  permission: "case.handle",
  checksVersion: true,
  input: z.custom<{ earlier: Side; dueOn: CalendarDate }>(),
  decide: ({ request, caseFile, input: { earlier, dueOn }, pendingFiles, newId }) => {
    const pairs = merging({ request, caseFile }, earlier);
    if ("refused" in pairs) return pairs;
    const { reference: into, receivedOn } = earlier.request;
    const isClosed = owedClaims(request).length === pairs.ofLater.length;
    const destroyedFileIds = isClosed ? pendingFiles.filter(({ purpose }) => purpose !== "note").map(({ id }) => id) : [];
    return { events: [{ id: newId(), type: "RequestMerged", data: { into, receivedOn, dueOn, claimIds: pairs.ofLater, destroyedFileIds } }] };
  },
});
