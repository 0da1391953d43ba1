import { z } from "zod";
import { paragraph, people } from "../ask/text";
import type { CaseFile, Note } from "../case-file";
import { command, refuse } from "../command";
import type { NewEvent } from "../event";

/**
 * An internal note: for staff only, never shown, sent or exported to the person. `tell`: colleagues who are told that it names
 * them; who they may be is asked before. The author's own files that wait for it go with it.
 * Refusals: `not-scanned-yet` (the antivirus has not cleared one of them: only what is clean joins, so that nothing of it is ever told to the person).
 */
export const addNote = command({
  name: "addNote",
  permission: "case.handle",
  input: z.object({ body: paragraph(10_000), tell: people(50).optional() }).strict(),
  decide: ({ caseFile, input, actor, pendingFiles, unscannedFiles, now, newId }) => {
    if (actor.kind !== "staff") return refuse("no-permission");
    const fileIds = pendingFiles.filter((file) => file.purpose === "note" && file.staffId === actor.id).map((file) => file.id);
    if (fileIds.some((id) => unscannedFiles.includes(id))) return refuse("not-scanned-yet");
    const mentions = [...new Set(input.tell)].filter((id) => id !== actor.id);
    const { event, caseFile: withNote } = noted(caseFile, { id: newId(), staffId: actor.id, at: now, body: input.body });
    const beside = { ...(mentions.length > 0 && { mentions }), ...(fileIds.length > 0 && { fileIds }) };
    return { events: [{ ...event, data: { ...event.data, ...beside } }], caseFile: withNote };
  },
});

/** A note in its two parts: the fact, and what was written. */
export function noted(caseFile: CaseFile, note: Note): { event: NewEvent & { type: "NoteAdded" }; caseFile: CaseFile } {
  return { event: { id: note.id, type: "NoteAdded", data: { noteId: note.id } }, caseFile: { ...caseFile, notes: [...caseFile.notes, note] } };
}
