import { dayWords } from "@/lib/i18n/dates";
import type { Locale } from "@/lib/i18n/locale";
import { messages } from "@/lib/i18n/messages";
import { type CalendarDate, daysBetween } from "@/lib/law/calendar";
import { mostPerMail } from "@/lib/request/task-reminders";
import { type Letter, links, paragraph } from "./letter";

/** What a mail to a department says of a task: the reference of the case, the day, and where to answer. Neither a name nor what is asked. */
export type TaskLink = { reference: string; dueOn: CalendarDate; path: string };
type To = { locale: Locale; controller: string };

/** A department is asked to do something on a case. */
export function tasksAsked(tasks: readonly TaskLink[], { locale, controller }: To): Letter {
  const words = messages(locale).tasks.mail;
  const reference = tasks[0]?.reference ?? "";
  const dueOn = tasks.map((task) => task.dueOn).sort()[0] as CalendarDate;
  return {
    subject: words.asked.subject(reference, dayWords(dueOn, locale)),
    blocks: [paragraph(words.greeting), paragraph(words.asked.lead(controller, reference, tasks.length)), listOf(tasks, locale), paragraph(words.how), paragraph(words.notYou)],
  };
}

/** What a department was asked on a case is needed no more. */
export function tasksEnded({ reference, count, locale, controller }: To & { reference: string; count: number }): Letter {
  const words = messages(locale).tasks.mail;
  return { subject: words.ended.subject(reference), blocks: [paragraph(words.greeting), paragraph(words.ended.lead(controller, reference, count)), paragraph(words.ended.links)] };
}

/** What a department has not answered, the most urgent first. `others`: late as well, and in a mail of another day. */
export function taskDigest(tasks: readonly TaskLink[], { locale, controller, today, others }: To & { today: CalendarDate; others: number }): Letter {
  const words = messages(locale).tasks.mail;
  const late = tasks.filter(({ dueOn }) => dueOn < today).length;
  const [listed, hidden] = [tasks.slice(0, mostPerMail), Math.max(0, tasks.length - mostPerMail) + others];
  return {
    subject: words.reminder.subject(tasks.length + others, late + others),
    blocks: [
      paragraph(words.greeting),
      paragraph(words.reminder.lead(controller, tasks.length + others)),
      listOf(listed, locale, today),
      ...(hidden > 0 ? [paragraph(words.reminder.more(hidden))] : []),
      paragraph(words.how),
      paragraph(words.reminder.why),
    ],
  };
}

function listOf(tasks: readonly TaskLink[], locale: Locale, today?: CalendarDate) {
  const words = messages(locale).tasks.mail;
  const when = ({ dueOn }: TaskLink) => words.by(dayWords(dueOn, locale), today === undefined ? null : daysBetween(today, dueOn));
  return links(tasks.map((task) => ({ label: words.task(task.reference), path: task.path, detail: when(task) })));
}
