import { z } from "zod";
import { command, refuse } from "../command";

/**
 * Says that the request is one of many about one incident, or (null) that it is not; which incidents there are is the caller's
 * to know. Its time limit and its answer stay its own. Refusals: `incident-so-already`.
 */
export const linkIncident = command({
  name: "linkIncident",
  permission: "case.handle",
  input: z.object({ incidentId: z.uuid("choice").nullable() }).strict(),
  decide: ({ request, input: { incidentId }, newId }) => {
    if (request.incidentId === incidentId) return refuse("incident-so-already");
    return { events: [{ id: newId(), type: "IncidentLinked", data: { incidentId } }] };
  },
});
