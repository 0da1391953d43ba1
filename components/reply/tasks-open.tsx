import { departmentsAwaited, type TaskItem } from "@/components/office/case-view";
import { Notice } from "@/components/ui/notice";
import type { Locale } from "@/lib/i18n/locale";
import { messages } from "@/lib/i18n/messages";

/** Departments that have not answered: a warning before the reply leaves, not a bar. */
export function TasksOpen({ tasks, reference, locale }: { tasks: readonly TaskItem[]; reference: string; locale: Locale }) {
  const { replyWarning: text, panel } = messages(locale).tasks;
  const awaited = departmentsAwaited(tasks, locale);
  if (!awaited) return null;
  return <Notice tone="warning" title={text.title}><p>{text.text(awaited.names)}</p><p><a href={`/office/requests/${reference}/handle#tasks`}>{panel.toTasks}</a></p></Notice>;
}
