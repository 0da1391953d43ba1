import { z } from "zod";
import { command } from "../command";
import { letterNames } from "../event";

/** The worker records that a letter left, or that the mail server refused it for good. Once per letter and event. */
export const recordLetter = command({
  name: "recordLetter",
  permission: "system",
  input: z.object({ letter: z.enum(letterNames), eventId: z.uuid(), sent: z.boolean() }).strict(),
  decide: ({ input: { letter, eventId, sent }, newId }) => ({
    events: [{ id: newId(), type: sent ? "LetterSent" : "LetterFailed", data: { letter, eventId } }],
  }),
});
