import type { CalendarDate } from "@/lib/law/calendar";
import { type Requester, wayToWrite } from "./case-file";
import type { LetterName, RequestEvent } from "./event";
import { letterOf } from "./reactions";

/** A letter that followed a fact. `due`: neither sent by e-mail nor posted so far; `failed`: the mail server refused it for good. */
export type DueLetter = { name: LetterName; eventId: string; on: CalendarDate; is: "due" | "sent" | "failed" | "posted" };

/** The letters of a case after one more fact. A receipt that nobody could be sent gives way to the one that can. */
export function lettersAfter(letters: readonly DueLetter[], event: RequestEvent): DueLetter[] {
  switch (event.type) {
    case "LetterSent":
      return settled(letters, event.data, "sent");
    case "LetterFailed":
      return settled(letters, event.data, "failed");
    case "LetterPosted":
      return settled(letters, event.data, "posted");
    default: {
      const name = letterOf(event);
      if (!name) return [...letters];
      const others = name === "receipt" ? letters.filter((letter) => letter.name !== "receipt" || letter.is !== "due") : letters;
      return [...others, { name, eventId: event.id, on: event.on, is: "due" }];
    }
  }
}

function settled(letters: readonly DueLetter[], { letter: name, eventId }: { letter: LetterName; eventId: string }, is: DueLetter["is"]): DueLetter[] {
  return letters.map((letter) => (letter.name === name && letter.eventId === eventId ? { ...letter, is } : letter));
}

/** Did the last letter sent by e-mail come back for good? */
export function isUndeliverable({ letters }: { letters: readonly DueLetter[] }): boolean {
  return letters.findLast(({ is }) => is === "sent" || is === "failed")?.is === "failed";
}

/** Letters to print and hand to the post: all of someone who has no e-mail address, and those a mail server refused. */
export function lettersToPost(letters: readonly DueLetter[], requester: Pick<Requester, "email" | "postalAddress">): DueLetter[] {
  if (requester.postalAddress === null) return [];
  const isByPost = wayToWrite(requester) === "post";
  return letters.filter(({ is }) => is === "failed" || (is === "due" && isByPost));
}
