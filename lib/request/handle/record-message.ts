import { z } from "zod";
import { arrivedByFields, arrivedByOf } from "../arrived-by";
import { paragraph } from "../ask/text";
import { command, refuse } from "../command";

/**
 * Staff record what the person said or wrote outside their space: by telephone, letter, e-mail, at the counter. It answers a
 * question or a clarification like a message of their own, from the day it reached us. GDPR Art. 12(3). Refusals: `arrival-day`.
 */
export const recordMessage = command({
  name: "recordMessage",
  permission: "case.handle",
  checksVersion: true,
  input: z.object({ ...arrivedByFields, body: paragraph(10_000) }).strict(),
  decide: ({ request, caseFile, input, now, today, newId }) => {
    const arrived = arrivedByOf(input, request, today);
    if (!arrived) return refuse("arrival-day");
    const id = newId();
    return {
      events: [{ id, type: "MessageReceived", data: { messageId: id, files: [], arrived } }],
      caseFile: { ...caseFile, messages: [...caseFile.messages, { id, from: "requester", at: now, body: input.body, fileIds: [] }] },
    };
  },
});
