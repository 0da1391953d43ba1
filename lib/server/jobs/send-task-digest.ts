import "server-only";
import { messages } from "@/lib/i18n/messages";
import { taskDigest } from "@/lib/letters/tasks";
import { now } from "../clock";
import { civilDay } from "../clock-facts";
import { db } from "../db";
import { env } from "../env";
import { log } from "../log";
import { deliver } from "./deliver";
import type { Handler } from "./job";
import { taskLinks } from "./task-links";

/** Sends a department its reminders of one day, once. However late it leaves, it says what is so then: with nothing open any more, nothing leaves. */
export const sendTaskDigest: Handler<"send-task-digest"> = async ({ digestId }, run) => {
  const found = await db().taskDigest.findUnique({ where: { id: digestId }, include: { department: true, reminders: { where: { task: { state: "open" } }, include: { task: true } } } });
  if (!found || found.sentAt) return;
  const { email, locale: spoken } = found.department;
  const locale = spoken === "en" ? "en" : "fr";
  const tasks = found.reminders.map(({ task }) => task).sort((one, other) => one.dueOn.getTime() - other.dueOn.getTime());
  if (tasks.length > 0) {
    const { name, address } = env().controller;
    const today = civilDay(now());
    const others = await db().departmentTask.count({ where: { departmentId: found.departmentId, state: "open", mail: "sent", dueOn: { lt: new Date(today) }, reminders: { none: { digestId } } } });
    const letter = taskDigest(await taskLinks(tasks, locale), { locale, controller: name, today, others });
    const sent = await deliver({ to: email, letter, locale, messageId: `${digestId}.task-digest`, footer: messages(locale).tasks.mail.footer(name, address) }, run);
    if (!sent) return log.error({ code: "task_digest_not_sent", jobId: run.jobId });
  }
  await db().taskDigest.update({ where: { id: digestId }, data: { sentAt: now() } });
};
