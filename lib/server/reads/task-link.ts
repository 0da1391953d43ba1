import "server-only";
import type { CalendarDate } from "@/lib/law/calendar";
import { env } from "../env";
import { linkState } from "../tasks/link-state";
import { dayOf } from "../date-column";

export type TaskLinkView = { controller: string; found: { reference: string; dueOn: CalendarDate; state: "open" | "answered" | "ended" } | null };

/** What the page of a task's link may say before its button is pressed: no name, nothing of what is asked. The token is the proof, so no actor is asked; looking spends nothing. */
export async function taskLink(token: string): Promise<TaskLinkView> {
  const link = await linkState(token);
  return { controller: env().controller.name, found: link && { reference: link.reference, dueOn: dayOf(link.dueOn), state: link.state } };
}
