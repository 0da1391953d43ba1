import { z } from "zod";
import { paragraph } from "../ask/text";
import { command } from "../command";

/** Keeps the answer being written, with the files attached so far. */
export const draftReply = command({
  name: "draftReply",
  permission: "case.handle",
  checksVersion: true,
  input: z.object({ body: paragraph(50_000) }).strict(),
  decide: ({ caseFile, input, pendingFiles, newId }) => {
    const fileIds = pendingFiles.filter((file) => file.purpose === "reply").map((file) => file.id);
    return {
      events: [{ id: newId(), type: "ReplyDrafted", data: { fileIds } }],
      caseFile: { ...caseFile, replyDraft: { body: input.body, fileIds } },
    };
  },
});
