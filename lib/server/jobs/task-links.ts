import "server-only";
import type { Locale } from "@/lib/i18n/locale";
import type { TaskLink } from "@/lib/letters/tasks";
import { linkToken } from "../tasks/link";
import { dayOf } from "../date-column";

type Row = { id: string; reference: string; link: number; dueOn: Date };

/** What a mail says of each task: the reference, the date, the link. */
export function taskLinks(tasks: readonly Row[], locale: Locale): Promise<TaskLink[]> {
  return Promise.all(tasks.map(async ({ id, reference, link, dueOn }) => ({ reference, dueOn: dayOf(dueOn), path: `/${locale}/task/${await linkToken(id, link)}` })));
}
