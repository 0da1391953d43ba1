import type { CalendarDate } from "@/lib/law/calendar";
import { type Requester, wayToWrite } from "./case-file";
import type { LetterName, RequestEvent } from "./event";
import { letterOf } from "./reactions";
import type { SubjectRequest } from "./request";

/** A letter that followed a fact. `due`: neither sent by e-mail nor posted so far; `failed`: the mail server refused it for good. `byPost`: written to somebody without e-mail, where the event says so. */
export type DueLetter = { name: LetterName; eventId: string; on: CalendarDate; is: "due" | "sent" | "failed" | "posted"; byPost?: true; postedOn?: CalendarDate };

/** The letters of a case after one more fact. A receipt that nobody could be sent gives way to the one that can. */
export function lettersAfter(letters: readonly DueLetter[], event: RequestEvent): DueLetter[] {
  switch (event.type) {
    case "LetterSent":
      return settled(letters, event.data, "sent");
    case "LetterFailed":
      return settled(letters, event.data, "failed");
    case "LetterPosted":
      return settled(letters, event.data, "posted", event.data.postedOn);
    default: {
      const name = letterOf(event);
      if (!name) return [...letters];
      const others = name === "receipt" ? letters.filter((letter) => letter.name !== "receipt" || letter.is !== "due") : letters;
      return [...others, { name, eventId: event.id, on: event.on, is: "due", ...("byPost" in event.data && event.data.byPost && { byPost: true as const }) }];
    }
  }
}

function settled(letters: readonly DueLetter[], { letter: name, eventId }: { letter: LetterName; eventId: string }, is: DueLetter["is"], postedOn?: CalendarDate): DueLetter[] {
  return letters.map((letter) => (letter.name === name && letter.eventId === eventId ? { ...letter, is, ...(postedOn && { postedOn }) } : letter));
}

/** Did the last letter sent by e-mail come back for good? */
export function isUndeliverable({ letters }: { letters: readonly DueLetter[] }): boolean {
  return letters.findLast(({ is }) => is === "sent" || is === "failed")?.is === "failed";
}

/** The day the last reply reached the post or the person's space; null for one on paper that still waits, since a reply by post counts once it is handed over. law.md § 1.1. */
export function repliedOn({ letters, closedOn }: Pick<SubjectRequest, "letters" | "closedOn">): CalendarDate | null {
  const reply = letters.findLast(({ name }) => name === "reply-available");
  if (reply?.is === "posted") return reply.postedOn ?? closedOn;
  return reply?.is === "failed" || (reply?.is === "due" && reply.byPost) ? null : closedOn;
}

/** Letters to print and hand to the post: all of someone who has no e-mail address, and those a mail server refused. */
export function lettersToPost(letters: readonly DueLetter[], requester: Pick<Requester, "email" | "postalAddress">): DueLetter[] {
  if (requester.postalAddress === null) return [];
  const isByPost = wayToWrite(requester) === "post";
  return letters.filter(({ is }) => is === "failed" || (is === "due" && isByPost));
}
