import "server-only";
import { localHour } from "@/lib/law/calendar";
import { type ClockFacts, clockFacts } from "../clock-facts";
import { env } from "../env";
import { log } from "../log";
import { decideReminders } from "../reminders";
import { decideTaskReminders } from "../tasks/reminders";
import type { Handler } from "./job";

/** The working day of the controller begins: nobody is reminded earlier, whatever the season. */
const firstHour = 7;

/** Reminds staff of what is soon due, late or suspended for long, and departments of their tasks: one mail a day and address. The first run from 7 on decides for the day; neither waits for the other's fault. */
export const remind: Handler<"remind"> = async () => {
  const clock = await clockFacts();
  if (localHour(clock.at.toISOString(), env().controllerTimeZone) < firstHour) return;
  try {
    await remindStaff(clock);
  } finally {
    const tasks = await decideTaskReminders(clock);
    if (tasks > 0) log.info({ code: "departments_reminded", count: tasks });
  }
};

async function remindStaff(clock: ClockFacts): Promise<void> {
  const decided = await decideReminders(clock);
  if (!decided) return;
  if (decided.reminders > 0) log.info({ code: "reminded", count: decided.reminders });
  // Nothing is lost: they are told as soon as somebody is there.
  if (decided.untold > 0) log.error({ code: "reminders_for_nobody", count: decided.untold });
}
