import { z } from "zod";
import { paragraph } from "../ask/text";
import { mayBeWrittenTo } from "../case-file";
import { command, refuse } from "../command";

/**
 * Tells the person what all who wrote about the incident are told: a message in their space, and a letter. It answers nothing
 * and asks nothing: the clock goes on. GDPR Art. 12(1), 34(2). Each letter once.
 * Refusals: `incident-other` (the request is not, or no longer, of that incident), `letter-sent-already`, `no-address`.
 */
export const tellIncident = command({
  name: "tellIncident",
  permission: "system",
  input: z.object({ incidentId: z.uuid(), letterId: z.uuid(), body: paragraph(10_000) }).strict(),
  decide: ({ request, caseFile, input: { incidentId, letterId, body }, now, newId }) => {
    if (request.incidentId !== incidentId) return refuse("incident-other");
    if (request.incidentLetters.includes(letterId)) return refuse("letter-sent-already");
    if (!mayBeWrittenTo(caseFile)) return refuse("no-address");
    const id = newId();
    return {
      events: [{ id, type: "IncidentTold", data: { letterId, messageId: id } }],
      caseFile: { ...caseFile, messages: [...caseFile.messages, { id, from: "controller", at: now, body, fileIds: [] }] },
    };
  },
});
