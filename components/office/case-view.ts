import type { Locale } from "@/lib/i18n/locale";
import { messages } from "@/lib/i18n/messages";
import type { CalendarDate } from "@/lib/law/calendar";
import type { TimeLimit } from "@/lib/law/time-limit";
import { type CaseFile, type TaskText, wayToWrite } from "@/lib/request/case-file";
import type { FilePurpose, RequestEvent } from "@/lib/request/event";
import type { Task } from "@/lib/request/handle/task";
import type { SubjectRequest } from "@/lib/request/request";
import type { WhatIf } from "@/lib/request/what-if";

/** A case as staff see it: what every part of the case page is given. */
export type CaseView = {
  request: SubjectRequest;
  caseFile: CaseFile | null;
  limit: TimeLimit;
  timeline: TimelineEntry[];
  files: FileItem[];
  /** Commands this member of staff may give now; none for an auditor. */
  allowed: readonly string[];
  assigneeName: string | null;
  teamName: string | null;
  whatIf: WhatIf;
  /** What departments were asked, the newest first. */
  tasks: TaskItem[];
  today: CalendarDate;
  /** Within how many days the same request of one person is pointed out. */
  sameRequestDays: number;
};

export type TaskItem = Task & { department: Record<Locale, string> | null; mail: "to-send" | "sent" | "failed" | "end-sent"; isLate: boolean; words: string; answers: TaskText["answers"] };
export type TimelineEntry = RequestEvent & { actorName: string | null; givenTo: string | null; toTeam: string | null; told: readonly string[] };
export type FileItem = { id: string; purpose: FilePurpose; name: string; pages: number; pending: boolean; scan: "pending" | "infected" | null };

/** Who did something, as a name: from what the same actor did on this case. */
export function actorNameIn(timeline: readonly TimelineEntry[], actor: string): string | null {
  return timeline.find((entry) => entry.actor === actor)?.actorName ?? null;
}

/** Is any of these commands open to the reader now? */
export function mayAny({ allowed }: Pick<CaseView, "allowed">, ...names: string[]): boolean {
  return names.some((name) => allowed.includes(name));
}

/** Does the objection on this claim stop marketing? Then nothing can be refused and no identity is asked. GDPR Art. 21(3). */
export function isMarketing({ caseFile }: Pick<CaseView, "caseFile">, claimId: string): boolean {
  const claim = caseFile?.claims[claimId];
  return claim?.right === "objection" && claim.answers.kind === "marketing";
}

/** Whom the case waits for, as a sentence; null when no department is asked anything. */
export function departmentsAwaited(tasks: readonly Pick<TaskItem, "is" | "isLate" | "department">[], locale: Locale): { names: string[]; late: number; sentence: string } | null {
  const open = tasks.filter(({ is }) => is === "open");
  if (open.length === 0) return null;
  const { waitsFor, panel } = messages(locale).tasks;
  const names = [...new Set(open.map(({ department }) => department?.[locale] ?? panel.unknown))].sort();
  const late = open.filter(({ isLate }) => isLate).length;
  return { names, late, sentence: waitsFor(names, late) };
}

/** Do letters to this person go by post? */
export function isByPost({ caseFile }: Pick<CaseView, "caseFile">): boolean {
  return caseFile !== null && wayToWrite(caseFile.requester) === "post";
}
