import { z } from "zod";
import { choice, optional, paragraph } from "../ask/text";
import { command, refuse } from "../command";
import { taskExceptions, taskOutcomes } from "./task";

const list = z.preprocess((value) => (value === undefined || value === "" ? [] : Array.isArray(value) ? value : [value]), z.array(z.uuid("choice")).max(100));

/**
 * A department says how its task ended, with a note and files; until the case is answered it may correct that. `kept`: files of
 * the answer before that still belong to it; the others are destroyed. Refusals: `task-not-open` (withdrawn, or the case is closed).
 */
export const answerTask = command({
  name: "answerTask",
  permission: "department",
  input: z
    .object({ outcome: choice(taskOutcomes), reason: optional(choice(taskExceptions)), note: optional(paragraph(4000)), kept: list })
    .strict()
    .refine(({ outcome, reason }) => outcome !== "exception" || reason, { path: ["reason"], message: "required" })
    .refine(({ outcome, note }) => outcome !== "exception" || note, { path: ["note"], message: "required" }),
  decide: ({ request, caseFile, input: { outcome, reason, note, kept }, actor, pendingFiles, newId }) => {
    const task = actor.kind === "department" ? request.tasks.find(({ id }) => id === actor.taskId) : undefined;
    if (!task || (task.is !== "open" && task.is !== "answered")) return refuse("task-not-open");
    const id = newId();
    const before = caseFile.tasks.find((text) => text.id === task.id)?.answers.at(-1)?.fileIds ?? [];
    const files = pendingFiles.map((file) => ({ id: file.id, purpose: file.purpose }));
    const answer = { id, note, fileIds: [...before.filter((fileId) => kept.includes(fileId)), ...files.map((file) => file.id)] };
    const destroyedFileIds = before.filter((fileId) => !kept.includes(fileId));
    return {
      events: [{ id, type: "TaskAnswered", data: { taskId: task.id, outcome, reason: outcome === "exception" ? reason : null, files, destroyedFileIds } }],
      caseFile: { ...caseFile, tasks: caseFile.tasks.map((text) => (text.id === task.id ? { ...text, answers: [...text.answers, answer] } : text)) },
    };
  },
});
