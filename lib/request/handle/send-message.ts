import { z } from "zod";
import { paragraph } from "../ask/text";
import { command } from "../command";

/** The person writes to the DPO staff from their own space, with files if they like. */
export const sendMessage = command({
  name: "sendMessage",
  permission: "requester",
  input: z.object({ body: paragraph(10_000) }).strict(),
  decide: ({ caseFile, input, pendingFiles, now, newId }) => {
    const id = newId();
    const files = pendingFiles.filter((file) => file.staffId === null && file.purpose === "message").map(({ id: fileId, purpose }) => ({ id: fileId, purpose }));
    const message = { id, from: "requester" as const, at: now, body: input.body, fileIds: files.map((file) => file.id) };
    return {
      events: [{ id, type: "MessageReceived", data: { messageId: id, files } }],
      caseFile: { ...caseFile, messages: [...caseFile.messages, message] },
    };
  },
});
