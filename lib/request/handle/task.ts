import type { CalendarDate } from "@/lib/law/calendar";
import type { RequestEvent } from "../event";
import { closedStates, type SubjectRequest } from "../request";

/** How a department says it ended its part. `exception`: not done, or not all of it, for one of the reasons below. */
export const taskOutcomes = ["done", "nothing-found", "exception"] as const;
export type TaskOutcome = (typeof taskOutcomes)[number];

/** Why a department did not do what it was asked: what a refusal may later rest on is for the team to say. GDPR Art. 17(3), 18(2). */
export const taskExceptions = ["must-keep", "dispute", "not-possible", "unclear", "other"] as const;
export type TaskException = (typeof taskExceptions)[number];

/** Something a department was asked to do. `closed`: it had answered when the case was closed; nothing can be corrected any more. `link`: which of its links is good. */
export type Task = {
  id: string;
  departmentId: string;
  itemId: string | null;
  askedOn: CalendarDate;
  dueOn: CalendarDate;
  link: number;
  is: "open" | "answered" | "withdrawn" | "closed";
  outcome: TaskOutcome | null;
  reason: TaskException | null;
  answeredOn: CalendarDate | null;
};

/** The tasks after one more fact. What closes the case ends them: the open ones are withdrawn. */
export function tasksAfter({ state, tasks }: Pick<SubjectRequest, "state" | "tasks">, event: RequestEvent): Task[] {
  const changed = changedBy(tasks, event);
  if (!closedStates.has(state)) return changed;
  return changed.map((task) => (task.is === "open" ? { ...task, is: "withdrawn" } : task.is === "answered" ? { ...task, is: "closed" } : task));
}

function changedBy(tasks: readonly Task[], event: RequestEvent): Task[] {
  switch (event.type) {
    case "TaskAsked":
      return [...tasks, { id: event.id, ...event.data, askedOn: event.on, link: 1, is: "open", outcome: null, reason: null, answeredOn: null }];
    case "TaskAnswered":
      return changing(tasks, event.data.taskId, () => ({ is: "answered", outcome: event.data.outcome, reason: event.data.reason, answeredOn: event.on }));
    case "TaskWithdrawn":
      return changing(tasks, event.data.taskId, () => ({ is: "withdrawn" }));
    case "TaskLinkSent":
      return changing(tasks, event.data.taskId, ({ link }) => ({ link: link + 1 }));
    default:
      return [...tasks];
  }
}

function changing(tasks: readonly Task[], id: string, change: (task: Task) => Partial<Task>): Task[] {
  return tasks.map((task) => (task.id === id ? { ...task, ...change(task) } : task));
}
