import type { ClaimAnswers } from "./ask/claim-answers";
import type { Capacity } from "@/lib/law/requesters";

/**
 * The personal data we hold on a case, as one document sealed under the request's own key.
 * Events never carry any of it. Retention destroys the key and the document.
 */
export type CaseFile = {
  requester: Requester;
  /** The person the data is about, when someone else writes for them. */
  represented: { name: string } | null;
  deceased: Deceased | null;
  /** What was asked, in the person's words, where it did not come through the form. */
  words: string | null;
  /** The number of the registered letter by which it came. */
  trackingNumber: string | null;
  /** What was asked, by claim. */
  claims: Record<string, ClaimAnswers>;
  /** What later requests asked that repeat this one: the person's own words, never what staff noted. */
  joined: Joined[];
  messages: Message[];
  notes: Note[];
  /** What staff wrote to explain the decision on a claim, by claim; told to the person. */
  explanations: Record<string, string>;
  /** What departments were asked and answered, by the id of the event that asked: for staff and that department only. */
  tasks: TaskText[];
  /** The answer being written; gone once it is sent. */
  replyDraft: ReplyText | null;
  /** What was sent, oldest first: more than one where a request was taken up again. */
  replies: SentReply[];
};

/** `answers`: oldest first; the last one counts. `id`: of the event that says so. `fileIds`: all that belong to it. */
export type TaskText = { id: string; words: string; answers: { id: string; note: string | null; fileIds: string[] }[] };

export type Joined = { reference: string; words: string | null; claims: ClaimAnswers[] };

/** A case file as an earlier release may have sealed it: before replies could be several, requests merged, and departments asked. */
export type StoredCaseFile = Omit<CaseFile, "joined" | "replies" | "tasks"> & Partial<Pick<CaseFile, "joined" | "replies" | "tasks">> & { reply?: ReplyText | null };

/** The same in today's shape. `replyId`: of the event that sent its one reply, where the events are at hand. */
export function inTodaysShape({ reply, ...stored }: StoredCaseFile, replyId = ""): CaseFile {
  return { ...stored, joined: stored.joined ?? [], tasks: stored.tasks ?? [], replies: stored.replies ?? (reply ? [{ ...reply, id: replyId }] : []) };
}

export type Requester = {
  /** Null where nothing but an address to silence was asked. */
  name: string | null;
  email: string | null;
  postalAddress: string | null;
  customerNumber: string | null;
};

/** The way letters go: by e-mail where there is an address for it, else by post; null where there is neither. */
export function wayToWrite({ email, postalAddress }: Pick<Requester, "email" | "postalAddress">): "email" | "post" | null {
  return email ? "email" : postalAddress ? "post" : null;
}

/** Is there an address to write to, of one kind or the other? */
export function mayBeWrittenTo({ requester }: Pick<CaseFile, "requester">): boolean {
  return wayToWrite(requester) !== null;
}

/** Null: not known, where it did not come through the form. An unknown capacity counts as an heir's: what it asks must be proven. */
export type Deceased = {
  name: string;
  diedOn: string | null;
  placeOfDeath: string | null;
  bornOn: string | null;
  lastCountry: string | null;
  email: string | null;
  customerNumber: string | null;
  capacity: Capacity | null;
  relationship: string | null;
};

/** A message between the person and the controller. `id` is the id of the event that says it was sent. */
export type Message = { id: string; from: "requester" | "controller"; at: string; body: string; fileIds: string[] };

/** Internal: never shown, sent or exported to the person. */
export type Note = { id: string; staffId: string; at: string; body: string };

/** Plain text in the small notation of `lib/letters/letter.ts`: paragraphs, `## ` headings, `- ` lists. */
export type ReplyText = { body: string; fileIds: string[] };

/** `id`: of the event that says it was sent. */
export type SentReply = ReplyText & { id: string };
