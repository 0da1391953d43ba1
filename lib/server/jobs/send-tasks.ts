import "server-only";
import { messages } from "@/lib/i18n/messages";
import { tasksAsked } from "@/lib/letters/tasks";
import { db } from "../db";
import { env } from "../env";
import { log } from "../log";
import { deliver } from "./deliver";
import type { Handler } from "./job";
import { taskLinks } from "./task-links";

/** Sends a department the links to what it is asked on a case, once; what was withdrawn or sent again meanwhile is left out. Staff see a mail that was refused for good. */
export const sendTasks: Handler<"send-tasks"> = async ({ taskIds }, run) => {
  const tasks = await db().departmentTask.findMany({ where: { id: { in: taskIds }, state: "open", mail: "to-send" }, include: { department: true }, orderBy: { dueOn: "asc" } });
  const [first] = tasks;
  if (!first) return;
  const { email, locale: spoken } = first.department;
  const locale = spoken === "en" ? "en" : "fr";
  const { name, address } = env().controller;
  const letter = tasksAsked(await taskLinks(tasks, locale), { locale, controller: name });
  const sent = await deliver({ to: email, letter, locale, messageId: `${first.id}.${first.link}.task`, footer: messages(locale).tasks.mail.footer(name, address) }, run);
  for (const { id, link } of tasks) await db().departmentTask.updateMany({ where: { id, link, mail: "to-send" }, data: { mail: sent ? "sent" : "failed" } });
  if (!sent) log.error({ code: "task_not_sent", reference: first.reference, jobId: run.jobId });
};
