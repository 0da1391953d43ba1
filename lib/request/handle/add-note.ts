import { z } from "zod";
import { paragraph } from "../ask/text";
import { command, refuse } from "../command";

/** An internal note: for staff only, never shown, sent or exported to the person. */
export const addNote = command({
  name: "addNote",
  permission: "case.handle",
  input: z.object({ body: paragraph(10_000) }).strict(),
  decide: ({ caseFile, input, actor, now, newId }) => {
    if (actor.kind !== "staff") return refuse("no-permission");
    const id = newId();
    return {
      events: [{ id, type: "NoteAdded", data: { noteId: id } }],
      caseFile: { ...caseFile, notes: [...caseFile.notes, { id, staffId: actor.id, at: now, body: input.body }] },
    };
  },
});
