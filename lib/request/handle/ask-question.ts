import { z } from "zod";
import { paragraph } from "../ask/text";
import { mayBeWrittenTo } from "../case-file";
import { command, refuse } from "../command";

/** Asks the person something; the clock goes on. law.md § 1.3: clarification is no suspension. Refusals: `no-address`. */
export const askQuestion = command({
  name: "askQuestion",
  permission: "case.handle",
  input: z.object({ body: paragraph(10_000) }).strict(),
  decide: ({ caseFile, input, now, newId }) => {
    if (!mayBeWrittenTo(caseFile)) return refuse("no-address");
    const id = newId();
    return {
      events: [{ id, type: "QuestionAsked", data: { messageId: id } }],
      caseFile: { ...caseFile, messages: [...caseFile.messages, { id, from: "controller", at: now, body: input.body, fileIds: [] }] },
    };
  },
});
