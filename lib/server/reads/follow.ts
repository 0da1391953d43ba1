import "server-only";
import { notFound, redirect } from "next/navigation";
import type { CalendarDate } from "@/lib/law/calendar";
import { firstEraseOn } from "@/lib/law/retention";
import type { Outcome } from "@/lib/law/outcomes";
import type { Right } from "@/lib/law/rights";
import type { TimeLimit } from "@/lib/law/time-limit";
import { isAllowed } from "@/lib/request/allowed";
import type { ClaimAnswers } from "@/lib/request/ask/claim-answers";
import { rightsBeside } from "@/lib/request/ask/beside";
import type { SentReply } from "@/lib/request/case-file";
import { reopenableClaims } from "@/lib/request/check/reopening";
import { type FilePurpose, publicEventTypes, type RequestEvent, type RequestEventType } from "@/lib/request/event";
import { parseReference } from "@/lib/request/reference";
import { isProofAwaited, type Stage, stageOf, type SubjectRequest } from "@/lib/request/request";
import { type Standing, standingOf } from "@/lib/request/standing";
import { timeLimitOf } from "@/lib/request/summary";
import type { RequesterActor } from "../actor";
import { clockFacts } from "../clock-facts";
import { db } from "../db";
import { env } from "../env";
import { fileName } from "../file-name";
import { requesterActor } from "../session";
import { type Case, loadCaseFor } from "../store";
import { isFormAnswer } from "./form-answer";
import { type ScanShown, scanShown } from "./scan-shown";

export type PublicFile = { id: string; purpose: FilePurpose; name: string; bytes: number; pages: number; scan: ScanShown };
export type PublicMessage = { id: string; from: "requester" | "controller"; at: string; body: string; files: PublicFile[] };

/** All a person may see of their request. Built field by field: what is not named here does not leave. security.md AC4. */
export type Followed = {
  reference: string;
  standing: Standing;
  stage: Stage;
  receivedOn: CalendarDate;
  closedOn: CalendarDate | null;
  /** `outcome` only once the answer is there. */
  claims: { id: string; right: Right; answers: ClaimAnswers | null; outcome: Outcome | null }[];
  /** What they asked by letter, call or visit, as our team wrote it down. */
  words: string | null;
  limit: TimeLimit;
  messages: PublicMessage[];
  /** Uploaded, not yet sent. */
  waiting: PublicFile[];
  /** The newest first. `filesUntil`: the day its files are erased. */
  replies: { id: string; on: CalendarDate; body: string; files: PublicFile[]; filesUntil: CalendarDate | null }[];
  /** `moved`: from which due date to which; `other`: which request of theirs it is about; nothing else of it. */
  events: { type: RequestEventType; on: CalendarDate; moved: { before: CalendarDate; after: CalendarDate } | null; other: string | null }[];
  identityAsked: Pick<NonNullable<SubjectRequest["identityAsked"]>, "grounds" | "kinds" | "on"> | null;
  lastRejection: SubjectRequest["rejections"][number]["reason"] | null;
  mayWithdraw: boolean;
  mayWrite: boolean;
  maySendDocuments: boolean;
  /** What else may be asked for, in a request of its own. */
  rightsBeside: Right[];
  /** It was refused for want of proof, and is taken up again if that comes. */
  mayReopen: boolean;
  /** The older request with which this one, or a part of it, is answered. */
  mergedInto: string | null;
  isPurged: boolean;
  controller: { name: string; timeZone: string };
};

const publicEvents: ReadonlySet<RequestEventType> = new Set(publicEventTypes);

/** The request of this person's session, as they may see it. */
export async function followed(actor: RequesterActor): Promise<Followed | null> {
  const found = await loadCaseFor(actor, actor.reference);
  if (!found) return null;
  const { request, caseFile, events } = found;
  const files = await filesOf(found);
  const listed = (ids: readonly string[]) => files.filter((file) => ids.includes(file.id)).map(({ pending, ...file }) => file);
  const mayReopen = reopenableClaims(request).length > 0;
  return {
    reference: request.reference,
    standing: standingOf(request, events),
    stage: stageOf(request),
    receivedOn: request.receivedOn,
    closedOn: request.closedOn,
    claims: request.claims.map(({ id, right, decision, answeredOn }) => ({
      id,
      right,
      answers: caseFile?.claims[id] ?? null,
      outcome: answeredOn ? (decision?.outcome ?? null) : null,
    })),
    words: caseFile?.words ?? null,
    limit: timeLimitOf(request, await clockFacts(found.row.closedAt)),
    messages: (caseFile?.messages ?? []).map(({ id, from, at, body, fileIds }) => ({ id, from, at, body, files: listed(fileIds) })),
    waiting: listed(files.filter((file) => file.pending && file.purpose !== "reply").map((file) => file.id)),
    replies: (caseFile?.replies ?? []).map((reply) => ({ id: reply.id, on: sentOn(reply, found), body: reply.body, files: listed(reply.fileIds), filesUntil: filesUntil(reply, found) })).reverse(),
    events: events.filter((event) => publicEvents.has(event.type)).map((event) => ({ type: event.type, on: dayOf(event, request), moved: event.type === "DueDateMoved" ? { before: event.data.before, after: event.data.after } : null, other: otherOf(event) })),
    identityAsked: isProofAwaited(request) || mayReopen ? asked(request) : null,
    lastRejection: request.rejections.at(-1)?.reason ?? null,
    mayWithdraw: isAllowed(request, "withdrawRequest"),
    mayWrite: isAllowed(request, "sendMessage"),
    maySendDocuments: isAllowed(request, "receiveIdentity") && (mayReopen || !request.verification) && !request.marketingOnly,
    mayReopen,
    rightsBeside: request.state === "merged" ? [] : rightsBeside(request),
    mergedInto: request.related.find(({ how }) => how === "merged-into")?.reference ?? null,
    isPurged: !request.hasCaseFile,
    controller: { name: env().controller.name, timeZone: env().controllerTimeZone },
  };
}

/**
 * The space of one request, for its pages. Without a session: to the page that asks for a code, whatever the reference.
 * With the session of another request: not found, as if there were none. security.md AC3.
 */
export async function spaceOf(locale: string, reference: string): Promise<Followed> {
  const known = parseReference(reference);
  if (known !== reference) notFound();
  const actor = await requesterActor();
  if (!actor) redirect(`/${locale}/follow?reference=${known}&ended=1`);
  const view = actor.reference === known ? await followed(actor) : null;
  return view ?? notFound();
}

/** The same for a page with a form: null where the form came back, without JavaScript, to a browser in which the space is no longer open. */
export async function spaceOrForm(locale: string, reference: string): Promise<Followed | null> {
  const isOpen = (await requesterActor())?.reference === reference;
  return !isOpen && parseReference(reference) === reference && (await isFormAnswer()) ? null : spaceOf(locale, reference);
}

/** The day a fact is told with: what came outside the space, by the day it reached us. */
function dayOf(event: RequestEvent, { receivedOn }: SubjectRequest): CalendarDate {
  if (event.type === "RequestFiled" || event.type === "RequestImported") return receivedOn;
  return "arrived" in event.data ? (event.data.arrived?.on ?? event.on) : event.on;
}

/** The other request an event ties this one to. */
function otherOf(event: RequestEvent): string | null {
  if (event.type === "AnotherRightAsked") return event.data.reference;
  if (event.type === "RequestMerged") return event.data.into;
  return event.type === "DuplicateTaken" ? event.data.from : null;
}

/** The day the files of a reply are erased; null where it has none. */
function filesUntil(reply: SentReply, found: Case): CalendarDate | null {
  return reply.fileIds.length > 0 ? firstEraseOn("reply-package", { "made-available": sentOn(reply, found) }) : null;
}

function sentOn({ id }: SentReply, { events, request }: Case): CalendarDate {
  return events.find((event) => event.id === id)?.on ?? request.receivedOn;
}

function asked({ identityAsked }: SubjectRequest): Followed["identityAsked"] {
  return identityAsked && { grounds: identityAsked.grounds, kinds: identityAsked.kinds, on: identityAsked.on };
}

/** Their own files, and those of a reply that was sent; what staff are still preparing, or a department sent, is not among them. */
async function filesOf({ key, request }: Case): Promise<(PublicFile & { pending: boolean })[]> {
  if (!key) return [];
  const rows = await db().file.findMany({
    where: { reference: request.reference, OR: [{ staffId: null, taskId: null }, { purpose: "reply", pending: false }] },
    orderBy: { createdAt: "asc" },
  });
  return rows.map((row) => ({
    id: row.id,
    purpose: row.purpose as FilePurpose,
    name: fileName(key, row),
    bytes: row.bytes,
    pages: row.blobs.length,
    pending: row.pending,
    scan: scanShown(row),
  }));
}
