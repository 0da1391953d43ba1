import { z } from "zod";
import { paragraph } from "../ask/text";
import type { CaseFile, Note } from "../case-file";
import { command, refuse } from "../command";
import type { NewEvent } from "../event";

/** An internal note: for staff only, never shown, sent or exported to the person. */
export const addNote = command({
  name: "addNote",
  permission: "case.handle",
  input: z.object({ body: paragraph(10_000) }).strict(),
  decide: ({ caseFile, input, actor, now, newId }) => {
    if (actor.kind !== "staff") return refuse("no-permission");
    const { event, caseFile: withNote } = noted(caseFile, { id: newId(), staffId: actor.id, at: now, body: input.body });
    return { events: [event], caseFile: withNote };
  },
});

/** A note in its two parts: the fact, and what was written. */
export function noted(caseFile: CaseFile, note: Note): { event: NewEvent & { type: "NoteAdded" }; caseFile: CaseFile } {
  return { event: { id: note.id, type: "NoteAdded", data: { noteId: note.id } }, caseFile: { ...caseFile, notes: [...caseFile.notes, note] } };
}
