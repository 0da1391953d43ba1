import "server-only";
import type { Locale } from "@/lib/i18n/locale";
import { type CalendarDate, type Holidays } from "@/lib/law/calendar";
import type { Right } from "@/lib/law/rights";
import type { CaseFile } from "@/lib/request/case-file";
import type { Task } from "@/lib/request/handle/task";
import { taskDueOn } from "@/lib/request/handle/task-due";
import type { SubjectRequest } from "@/lib/request/request";
import type { StaffActor } from "../actor";
import { clockFacts } from "../clock-facts";
import { db } from "../db";

export type MailState = "to-send" | "sent" | "failed" | "end-sent";
/** A task as staff see it. `department`: its name in each language; null once the case file is gone. `isLate`: open after its date. */
export type CaseTask = Task & { department: Record<Locale, string> | null; mail: MailState; isLate: boolean; words: string; answers: CaseFile["tasks"][number]["answers"] };

/** The tasks of a case whose reader was already judged, the newest first; one statement where there are any. */
export async function tasksOf({ reference, tasks }: SubjectRequest, caseFile: CaseFile | null, today: CalendarDate): Promise<CaseTask[]> {
  if (tasks.length === 0) return [];
  const rows = await db().departmentTask.findMany({ where: { reference }, select: { id: true, mail: true, department: { select: { nameFr: true, nameEn: true } } } });
  return tasks.toReversed().map((task) => {
    const row = rows.find(({ id }) => id === task.id);
    const text = caseFile?.tasks.find(({ id }) => id === task.id);
    return { ...task, department: row ? { fr: row.department.nameFr, en: row.department.nameEn } : null, mail: (row?.mail ?? "sent") as MailState, isLate: task.is === "open" && task.dueOn < today, words: text?.words ?? "", answers: text?.answers ?? [] };
  });
}

/** `words`: in the language of the department. `dueOn`: by when it would have to answer if it were asked now. */
export type Proposed = { itemId: string; departmentId: string; department: Record<Locale, string>; locale: Locale; words: string; daysBefore: number; dueOn: CalendarDate; isAsked: boolean };
export type ToAsk = { departments: { id: string; name: Record<Locale, string>; locale: Locale }[]; items: Proposed[] };

/** What the checklist proposes for a case, and all the departments that may be asked. Null: not theirs to ask. */
export async function tasksToAsk(actor: StaffActor, request: SubjectRequest, caseDueOn: CalendarDate): Promise<ToAsk | null> {
  if (!actor.permissions.has("case.handle")) return null;
  const found = await db().department.findMany({ where: { removedAt: null }, orderBy: [{ nameFr: "asc" }, { id: "asc" }] });
  const rights = [...new Set(request.claims.filter(({ answeredOn, mergedInto }) => !answeredOn && !mergedInto).map(({ right }) => right))];
  const listed = await db().checklistItem.findMany({ where: { right: { in: rights }, department: { removedAt: null } }, orderBy: { createdAt: "asc" }, include: { department: true } });
  const clock = await clockFacts();
  return {
    departments: found.map(({ id, nameFr, nameEn, locale }) => ({ id, name: { fr: nameFr, en: nameEn }, locale: localeOf(locale) })),
    items: inOrder(listed, rights).map(({ id, departmentId, department, textFr, textEn, daysBefore }) => ({
      itemId: id,
      departmentId,
      department: { fr: department.nameFr, en: department.nameEn },
      locale: localeOf(department.locale),
      words: department.locale === "en" ? textEn : textFr,
      daysBefore,
      dueOn: dueOf(caseDueOn, daysBefore, clock),
      isAsked: request.tasks.some((task) => task.itemId === id && task.is !== "withdrawn"),
    })),
  };
}

function dueOf(caseDueOn: CalendarDate, daysBefore: number, { today, holidays }: { today: CalendarDate; holidays: Holidays }): CalendarDate {
  return taskDueOn(caseDueOn, daysBefore, today, holidays);
}

function inOrder<T extends { right: string }>(items: readonly T[], rights: readonly Right[]): T[] {
  return rights.flatMap((right) => items.filter((item) => item.right === right));
}

function localeOf(text: string): Locale {
  return text === "en" ? "en" : "fr";
}
