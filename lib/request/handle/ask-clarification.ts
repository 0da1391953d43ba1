import { z } from "zod";
import { paragraph } from "../ask/text";
import { mayBeWrittenTo, wayToWrite } from "../case-file";
import { command, refuse } from "../command";

/**
 * Asks the person which information or processing an access request is about, where we hold a large quantity on them. It stops
 * the clock only if the controller's policy says so, on access alone; a question of another kind is `askQuestion`.
 * GDPR recital 63; EDPB Guidelines 01/2022, 5.3. Refusals: `not-an-access-request`, `clarification-open`, `no-address`.
 */
export const askClarification = command({
  name: "askClarification",
  permission: "case.handle",
  checksVersion: true,
  input: z.object({ body: paragraph(10_000) }).strict(),
  decide: ({ request, caseFile, input, now, newId }) => {
    if (!request.claims.some(({ right }) => right === "access")) return refuse("not-an-access-request");
    if (request.clarificationAskedOn) return refuse("clarification-open");
    if (!mayBeWrittenTo(caseFile)) return refuse("no-address");
    const id = newId();
    return {
      events: [{ id, type: "ClarificationRequested", data: { messageId: id, ...(wayToWrite(caseFile.requester) === "post" && { byPost: true as const }) } }],
      caseFile: { ...caseFile, messages: [...caseFile.messages, { id, from: "controller", at: now, body: input.body, fileIds: [] }] },
    };
  },
});
