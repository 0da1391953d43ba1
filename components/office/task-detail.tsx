import { dayWords } from "@/lib/i18n/dates";
import type { Locale } from "@/lib/i18n/locale";
import { messages } from "@/lib/i18n/messages";
import type { RequestEvent } from "@/lib/request/event";
import type { TaskItem } from "./case-view";

type Entry = Extract<RequestEvent, { type: "TaskAsked" | "TaskAnswered" | "TaskWithdrawn" | "TaskLinkSent" }>;

/** What a fact about a task says beyond its name: which department, what it was asked, what it answered. */
export function TaskDetail({ entry, tasks, locale }: { entry: Entry; tasks: readonly TaskItem[]; locale: Locale }) {
  const { panel, outcome, reason } = messages(locale).tasks;
  const { timeline } = messages(locale).office;
  const id = entry.type === "TaskAsked" ? entry.id : entry.data.taskId;
  const task = tasks.find((each) => each.id === id);
  const name = task?.department?.[locale] ?? panel.unknown;
  if (entry.type === "TaskAsked") {
    return (
      <>
        <p>{[name, panel.dueOn(dayWords(entry.data.dueOn, locale))].join(" · ")}</p>
        {task?.words && <blockquote className="event-body">{task.words}</blockquote>}
      </>
    );
  }
  if (entry.type !== "TaskAnswered") return <p>{name}</p>;
  const answer = task?.answers.find((each) => each.id === entry.id);
  const files = answer?.fileIds.length ?? 0;
  return (
    <>
      <p>{[outcome[entry.data.outcome], ...(entry.data.reason ? [reason[entry.data.reason]] : []), ...(files > 0 ? [timeline.files(files)] : [])].join(" · ")}</p>
      {answer?.note && <blockquote className="event-body">{answer.note}</blockquote>}
    </>
  );
}
