import { z } from "zod";
import { command, refuse } from "../command";

/** The case of somebody who changed teams goes with them. Refusals: `already-taken` (it is there, or somebody else's meanwhile). */
export const moveCase = command({
  name: "moveCase",
  permission: "system",
  input: z.object({ staffId: z.uuid() }).strict(),
  to: ({ staffId }) => ({ staffId }),
  decide: ({ request, input, receiver, newId }) => {
    if (!receiver || request.assigneeId !== input.staffId || request.teamId === receiver.teamId) return refuse("already-taken");
    return { events: [{ id: newId(), type: "CaseMoved", data: { teamId: receiver.teamId } }] };
  },
});
