import "server-only";
import { messages } from "@/lib/i18n/messages";
import { tasksEnded } from "@/lib/letters/tasks";
import { db } from "../db";
import { env } from "../env";
import { log } from "../log";
import { deliver } from "./deliver";
import type { Handler } from "./job";

/**
 * Tells a department, once, that what it was asked on a case is needed no more; nothing where the first mail never left. Jobs of
 * one case run one after the other, so that mail has left or will not.
 */
export const sendTaskEnd: Handler<"send-task-end"> = async ({ reference, taskIds }, run) => {
  const tasks = await db().departmentTask.findMany({ where: { id: { in: taskIds }, state: "withdrawn", mail: "sent" }, include: { department: true } });
  const [first] = tasks;
  if (!first) return;
  const { email, locale: spoken } = first.department;
  const locale = spoken === "en" ? "en" : "fr";
  const { name, address } = env().controller;
  const sent = await deliver({ to: email, letter: tasksEnded({ reference, count: tasks.length, locale, controller: name }), locale, messageId: `${first.id}.task-end`, footer: messages(locale).tasks.mail.footer(name, address) }, run);
  if (!sent) log.warn({ code: "task_end_not_sent", reference, jobId: run.jobId });
  await db().departmentTask.updateMany({ where: { id: { in: tasks.map(({ id }) => id) } }, data: { mail: "end-sent" } });
};
