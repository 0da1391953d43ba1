import { z } from "zod";
import { mayGiveTo } from "@/lib/access/case-scope";
import { command, refuse } from "../command";
import { destination } from "./destination";

/**
 * Gives the case to a colleague, with whose team it goes; to a team, with nobody in it yet; or back to the queue of the team it
 * is in. The person is not told: only taking a case says that somebody looks after it. Refusals: `colleague-unknown` (works here
 * no more, handles no cases, or is not of the actor's team where they give within it only), `already-taken` (it is there).
 */
export const assignCase = command({
  name: "assignCase",
  permission: "case.handle",
  input: z.object({ to: destination }).strict(),
  to: ({ to }) => to,
  decide: ({ request, input: { to }, actor, receiver, newId }) => {
    if (actor.kind !== "staff") return refuse("no-permission");
    if (to && !(receiver && mayGiveTo(actor, receiver.teamId))) return refuse("colleague-unknown");
    const { staffId, teamId } = receiver ?? { staffId: null, teamId: request.teamId };
    if (request.assigneeId === staffId && request.teamId === teamId) return refuse("already-taken");
    return { events: [{ id: newId(), type: "CaseAssigned", data: { staffId, teamId } }] };
  },
});
