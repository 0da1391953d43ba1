import { z } from "zod";
import { command, refuse } from "../command";

/** The case of somebody who works here no more, or handles none any more, goes back to the queue. Refusals: `already-taken` (by somebody else meanwhile). */
export const releaseCase = command({
  name: "releaseCase",
  permission: "system",
  input: z.object({ staffId: z.uuid() }).strict(),
  decide: ({ request, input, newId }) => {
    if (request.assigneeId !== input.staffId) return refuse("already-taken");
    return { events: [{ id: newId(), type: "CaseAssigned", data: { staffId: null } }] };
  },
});
