import { type CalendarDate, instantOf } from "@/lib/law/calendar";
import { firstEraseOn } from "@/lib/law/retention";
import type { ClaimAnswers } from "../ask/claim-answers";
import { deceasedOf } from "../ask/filed-claims";
import type { CaseFile } from "../case-file";
import type { NewEvent } from "../event";
import { keepsDirective } from "../retain/keeps-directive";
import type { ToldClaim, ToldRequest } from "./read-line";

type ImportFacts = { told: ToldRequest; assigneeId: string | null; teamId: string | null; staffId: string; now: string; today: CalendarDate; timeZone: string; newId: () => string };
/** `caseFile` null: its term has passed, and nothing of the person is taken over. */
export type Imported = { events: [NewEvent & { type: "RequestImported" }, ...NewEvent[]]; caseFile: CaseFile | null };

/** Turns a line of another register into a request of ours: its facts with their own days, what was noted there, and nothing of the person where it could not be kept. */
export function importRequest({ told, assigneeId, teamId, staffId, now, today, timeZone, newId }: ImportFacts): Imported {
  const claims = told.claims.map((claim) => ({ ...claim, id: newId() }));
  const hasCaseFile = !isPastRetention(told, today);
  const noteId = hasCaseFile && told.note !== null ? newId() : null;
  const answers = Object.fromEntries(claims.flatMap((claim) => toEntry(claim, told)));
  const data: (NewEvent & { type: "RequestImported" })["data"] = {
    claims: claims.map(({ decision, ...claim }) => ({ ...claim, ...(decision && { decision }) })),
    requesterKind: claims.some(({ right }) => right === "deceased") ? "heir" : told.onBehalfOf ? "representative" : "data-subject",
    channel: told.channel,
    locale: told.locale,
    receivedAt: instantOf(told.receivedOn, timeZone),
    receivedOn: told.receivedOn,
    hasEmail: hasCaseFile && told.person.email !== null,
    end: told.end,
    extension: told.extension,
    identity: told.identity,
    assigneeId,
    teamId,
    hasCaseFile,
  };
  const caseFile: CaseFile = {
    requester: told.person,
    represented: data.requesterKind === "representative" && told.onBehalfOf ? { name: told.onBehalfOf } : null,
    deceased: deceasedOf(Object.values(answers)),
    words: told.details,
    trackingNumber: null,
    claims: answers,
    joined: [],
    messages: [],
    notes: noteId && told.note !== null ? [{ id: noteId, staffId, at: now, body: told.note }] : [],
    explanations: {},
    tasks: [],
    replyDraft: null,
    replies: [],
  };
  const note: NewEvent[] = noteId ? [{ id: newId(), type: "NoteAdded", data: { noteId } }] : [];
  return { events: [{ id: newId(), type: "RequestImported", data }, ...note], caseFile: hasCaseFile ? caseFile : null };
}

/** Has the term of its case file passed? Directives that were recorded for after one's death are kept: LIL art. 85 I. GDPR Art. 5(1)(e). */
export function isPastRetention({ end, claims }: Pick<ToldRequest, "end" | "claims">, today: CalendarDate): boolean {
  if (!end || keepsDirective({ state: end.how, claims })) return false;
  const eraseOn = firstEraseOn("case-file", { closed: end.on });
  return eraseOn !== null && eraseOn <= today;
}

/** What is known of the claim's kind; where it is not, there is no answer rather than an invented one. */
function toEntry({ id, right, marketing, restrictionGround }: ToldClaim & { id: string }, { deceasedName }: ToldRequest): [string, ClaimAnswers][] {
  switch (right) {
    case "objection":
      return marketing === undefined ? [] : [[id, { right, answers: { kind: marketing ? "marketing" : "other" } }]];
    case "restriction":
      return restrictionGround ? [[id, { right, answers: { ground: restrictionGround } }]] : [];
    case "deceased":
      return deceasedName ? [[id, { right, answers: { name: deceasedName } }]] : [];
    default:
      return [[id, { right, answers: {} }]];
  }
}
