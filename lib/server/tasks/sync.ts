import "server-only";
import type { Task } from "@/lib/request/handle/task";
import type { SubjectRequest } from "@/lib/request/request";
import type { Tx } from "../db";
import { enqueue } from "../jobs/enqueue";
import { goodUntil } from "./link";

type Tasks = Pick<SubjectRequest, "reference" | "tasks">;

/**
 * Has the rows of a case's tasks say what its events do, in the transaction of those, with the jobs that tell the departments:
 * one mail to each of what it is asked, one of what is needed no more. Gives the tasks that have just ended.
 */
export async function syncTasks(tx: Tx, before: Tasks, { reference, tasks }: Tasks, at: Date): Promise<string[]> {
  const known = new Map(before.tasks.map((task) => [task.id, task]));
  const changed = tasks.filter((task) => !isSame(known.get(task.id), task));
  if (changed.length === 0) return [];
  const fresh = changed.filter((task) => !known.has(task.id));
  await tx.departmentTask.createMany({ data: fresh.map((task) => ({ id: task.id, reference, departmentId: task.departmentId, askedOn: new Date(task.askedOn), dueOn: new Date(task.dueOn), state: task.is, ...newLink(task, at) })) });
  const resent = changed.filter((task) => task.link !== (known.get(task.id)?.link ?? task.link));
  for (const { id, is, ...task } of changed.filter((each) => known.has(each.id))) {
    await tx.departmentTask.update({ where: { id }, data: { state: is, ...(resent.some((each) => each.id === id) ? newLink(task, at) : {}) } });
  }
  const withdrawn = changed.filter(({ is }) => is === "withdrawn");
  await tell(tx, "send-tasks", reference, [...fresh, ...resent]);
  await tell(tx, "send-task-end", reference, withdrawn);
  return changed.filter(({ is }) => is === "withdrawn" || is === "closed").map(({ id }) => id);
}

function isSame(one: Task | undefined, other: Task): boolean {
  return one?.is === other.is && one.link === other.link;
}

function newLink({ link }: Pick<Task, "link">, at: Date) {
  return { link, linkUntil: goodUntil(at), mail: "to-send" };
}

async function tell(tx: Tx, name: "send-tasks" | "send-task-end", reference: string, tasks: readonly Task[]): Promise<void> {
  for (const [, of] of Map.groupBy(tasks, (task) => task.departmentId)) {
    const taskIds = of.map(({ id }) => id);
    await enqueue(tx, name, { reference, taskIds }, { key: `${name}:${of.map(({ id, link }) => `${id}.${link}`).join(":")}`.slice(0, 500) });
  }
}
