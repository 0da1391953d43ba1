import { z } from "zod";
import { paragraph } from "../ask/text";
import { command, refuse } from "../command";
import { timeLimitOf } from "../summary";
import { mostDaysBefore, taskDueOn } from "./task-due";

/** What one department is asked, in words for it alone. `daysBefore`: working days before the case is due. */
export const taskInput = z.object({ departmentId: z.uuid("choice"), itemId: z.uuid("choice").nullable(), words: paragraph(4000), daysBefore: z.number().int().min(0).max(mostDaysBefore) }).strict();
export const mostTasksAtOnce = 30;

/**
 * Asks other departments to do their part, each by a day of its own before the case is due; who they are is the caller's to
 * know. The person is told nothing of it. Refusals: `no-task-chosen`.
 */
export const askDepartments = command({
  name: "askDepartments",
  permission: "case.handle",
  checksVersion: true,
  input: z.object({ tasks: z.array(taskInput).max(mostTasksAtOnce) }).strict(),
  decide: ({ request, caseFile, input, newId, ...clock }) => {
    if (input.tasks.length === 0) return refuse("no-task-chosen");
    const { dueOn } = timeLimitOf(request, clock);
    const asked = input.tasks.map(({ words, daysBefore, ...task }) => ({ id: newId(), words, data: { ...task, dueOn: taskDueOn(dueOn, daysBefore, clock.today, clock.holidays) } }));
    return {
      events: asked.map(({ id, data }) => ({ id, type: "TaskAsked" as const, data })),
      caseFile: { ...caseFile, tasks: [...caseFile.tasks, ...asked.map(({ id, words }) => ({ id, words, answers: [] }))] },
    };
  },
});
