import "server-only";
import type { CalendarDate } from "@/lib/law/calendar";
import type { TimeLimit } from "@/lib/law/time-limit";
import { mayTake } from "@/lib/access/case-scope";
import { type CommandName, commandNames, isAllowed } from "@/lib/request/allowed";
import type { CaseFile } from "@/lib/request/case-file";
import type { FilePurpose, RequestEvent } from "@/lib/request/event";
import { replay } from "@/lib/request/evolve";
import type { SubjectRequest } from "@/lib/request/request";
import { timeLimitOf } from "@/lib/request/summary";
import { joinedWithoutUnseen, othersNamed, withoutUnseen } from "@/lib/request/unseen";
import { type WhatIf, whatIf } from "@/lib/request/what-if";
import type { StaffActor } from "../actor";
import { recordAccess } from "../audit";
import { now } from "../clock";
import { civilDay, clockFacts } from "../clock-facts";
import { db } from "../db";
import { casesOf } from "../reach";
import { type Case, loadCaseFor } from "../store";
import { fileName } from "../file-name";
import { type ScanShown, scanShown } from "./scan-shown";
import { staffNames } from "./staff";
import { type CaseTask, tasksOf } from "./tasks";
import { teamNames } from "./teams";

/** `givenTo`, `toTeam`: whom and which team a case was given to, by name; `told`: whom a note names. */
export type TimelineEntry = RequestEvent & { actorName: string | null; givenTo: string | null; toTeam: string | null; told: string[] };
export type CaseFileItem = {
  id: string;
  purpose: FilePurpose;
  kind: string;
  name: string;
  bytes: number;
  pages: number;
  createdAt: string;
  staffId: string | null;
  pending: boolean;
  /** Damaged or missing, as far as was seen (file-fault.ts). */
  isFaulty: boolean;
  scan: ScanShown;
};
export type CaseView = {
  request: SubjectRequest;
  caseFile: CaseFile | null;
  limit: TimeLimit;
  timeline: TimelineEntry[];
  files: CaseFileItem[];
  allowed: CommandName[];
  assigneeName: string | null;
  teamName: string | null;
  whatIf: WhatIf;
  noteAuthors: Record<string, string>;
  tasks: CaseTask[];
  today: CalendarDate;
  /** Within how many days the same request of one person is pointed out. */
  sameRequestDays: number;
};

/** Everything staff see of a case; null when there is none or it is not theirs to see. The view is recorded first. */
export async function caseOf(actor: StaffActor, reference: string): Promise<CaseView | null> {
  if (!actor.permissions.has("case.read")) return null;
  const found = await loadCaseFor(actor, reference);
  if (!found) return null;
  await recordAccess(actor, "CaseViewed", { reference });
  const { request, caseFile, events } = await withoutOthers(actor, found);
  const { key, row } = found;
  const clock = await clockFacts(row.closedAt);
  const notes = caseFile?.notes.map((note) => `staff:${note.staffId}`) ?? [];
  const assignee = request.assigneeId ? `staff:${request.assigneeId}` : null;
  const names = await staffNames([...events.flatMap((event) => [event.actor, givenTo(event), ...told(event)]), ...notes, assignee]);
  const today = civilDay(now());
  const tasks = await tasksOf(request, caseFile, today);
  const teams = await teamNames([...events.map(toTeam), request.teamId]);
  const files = key ? await db().file.findMany({ where: { reference }, orderBy: { createdAt: "asc" } }) : [];
  return {
    request,
    caseFile,
    limit: timeLimitOf(request, clock),
    timeline: events.map((event) => ({ ...event, actorName: names[event.actor] ?? null, givenTo: names[givenTo(event) ?? ""] ?? null, toTeam: teams[toTeam(event) ?? ""] ?? null, told: told(event).flatMap((who) => names[who] ?? []) })),
    files: files
      .filter((file) => !file.pending || file.purpose === "reply" || (file.purpose === "note" && file.staffId === actor.id))
      .map((file) => ({
        id: file.id,
        purpose: file.purpose as FilePurpose,
        kind: file.kind,
        name: key ? fileName(key, file) : "",
        bytes: file.bytes,
        pages: file.blobs.length,
        createdAt: file.createdAt.toISOString(),
        staffId: file.staffId,
        pending: file.pending,
        isFaulty: file.fault !== null,
        scan: scanShown(file),
      })),
    allowed: actor.permissions.has("case.handle") ? commandNames.filter((name) => isAllowed(request, name) && (name !== "takeCase" || mayTake(actor))) : [],
    assigneeName: assignee ? (names[assignee] ?? null) : null,
    teamName: teams[request.teamId ?? ""] ?? null,
    whatIf: whatIf(request, clock),
    noteAuthors: names,
    tasks,
    today,
    sameRequestDays: clock.policy.sameRequestDays,
  };
}

/** The case as this reader may know it: of other requests they do not see none is named. Nobody who sees all is asked about. */
async function withoutOthers(actor: StaffActor, { request, caseFile, events }: Case): Promise<Pick<Case, "request" | "caseFile" | "events">> {
  const named = othersNamed(events);
  if (actor.caseScope === "all" || named.length === 0) return { request, caseFile, events };
  const seen = new Set((await db().subjectRequest.findMany({ where: { reference: { in: named }, AND: [casesOf(actor)] }, select: { reference: true } })).map(({ reference }) => reference));
  const isSeen = (reference: string) => seen.has(reference);
  const told = withoutUnseen(events, isSeen);
  return { request: replay(request.reference, told) as SubjectRequest, caseFile: joinedWithoutUnseen(caseFile, isSeen), events: told };
}

function toTeam(event: RequestEvent): string | null {
  return event.type === "CaseMoved" || event.type === "CaseAssigned" ? (event.data.teamId ?? null) : null;
}

function givenTo(event: RequestEvent): string | null {
  return event.type === "CaseAssigned" && event.data.staffId ? `staff:${event.data.staffId}` : null;
}

function told(event: RequestEvent): string[] {
  return event.type === "NoteAdded" ? (event.data.mentions ?? []).map((id) => `staff:${id}`) : [];
}
