import { z } from "zod";
import { command, refuse, type Destination } from "../command";

/** A case nobody has and no team goes where a rule leads. Refusals: `already-taken` (it has gone somewhere meanwhile), `colleague-unknown`. */
export const placeByRule = command({
  name: "placeByRule",
  permission: "system",
  input: z.custom<{ to: Destination }>(),
  to: ({ to }) => to,
  decide: ({ request, receiver, newId }) => {
    if (request.assigneeId !== null || request.teamId !== null) return refuse("already-taken");
    return receiver ? { events: [{ id: newId(), type: "CaseAssigned", data: receiver }] } : refuse("colleague-unknown");
  },
});
