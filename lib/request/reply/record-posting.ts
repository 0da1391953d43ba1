import { z } from "zod";
import { calendarDate } from "@/lib/law/calendar";
import { choice, dateText } from "../ask/text";
import { command, refuse } from "../command";
import { letterNames } from "../event";
import { lettersToPost } from "../letters-due";

/**
 * Records that a printed letter was handed to the post, and when.
 * Refusals: `letter-unknown` (none of that name waits to be posted), `posting-date-wrong` (before it was written, or to come).
 */
export const recordPosting = command({
  name: "recordPosting",
  permission: "case.handle",
  input: z.object({ letter: choice(letterNames), eventId: z.uuid("choice"), postedOn: dateText() }).strict(),
  decide: ({ request, caseFile, input: { letter: name, eventId, postedOn }, today, newId }) => {
    const letter = lettersToPost(request.letters, caseFile.requester).find((each) => each.name === name && each.eventId === eventId);
    if (!letter) return refuse("letter-unknown");
    if (postedOn < letter.on || postedOn > today) return refuse("posting-date-wrong");
    return { events: [{ id: newId(), type: "LetterPosted", data: { letter: name, eventId, postedOn: calendarDate(postedOn) } }] };
  },
});
