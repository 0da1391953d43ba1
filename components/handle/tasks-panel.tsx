import type { ReactNode } from "react";
import { type CaseView, mayAny, type TaskItem } from "@/components/office/case-view";
import { ActionForm } from "@/components/ui/action-form";
import { Heading } from "@/components/ui/heading";
import { Notice } from "@/components/ui/notice";
import { Submit } from "@/components/ui/submit";
import { dayWords } from "@/lib/i18n/dates";
import type { Locale } from "@/lib/i18n/locale";
import { messages } from "@/lib/i18n/messages";
import type { FormAction } from "@/lib/request/form-state";
import { TaskFiles } from "./task-files";

type Props = {
  view: CaseView;
  /** Both carry the id of the task in a field. */
  withdraw: FormAction;
  sendLink: FormAction;
  attach: (fileId: string) => () => Promise<void>;
  /** A file could not be attached to the reply. */
  hasAttachFailed: boolean;
  mayOpen: boolean;
  locale: Locale;
  /** The form to ask more. */
  children: ReactNode;
};

/** What other departments were asked and what they answered: for staff only. */
export function TasksPanel({ view, withdraw, sendLink, attach, hasAttachFailed, mayOpen, locale, children }: Props) {
  const { tasks: { panel: text }, office } = messages(locale);
  const mayAttach = mayOpen && mayAny(view, "draftReply");
  return (
    <section className="panel" aria-labelledby="tasks">
      <Heading level={2} id="tasks">{text.title} <span className="tag tag-internal">{office.timeline.internal}</span></Heading>
      {hasAttachFailed && <Notice tone="problem" role="alert"><p>{text.attachFailed}</p></Notice>}
      {view.tasks.length === 0 ? <p className="quiet">{text.none}</p> : (
        <ul className="tasks">
          {mostUrgentFirst(view.tasks).map((task) => (
            <li key={task.id}>
              <TaskFacts task={task} locale={locale} />
              <TaskFiles files={view.files.filter(({ id }) => task.answers.at(-1)?.fileIds.includes(id))} attach={mayAttach ? attach : null} mayOpen={mayOpen} locale={locale} />
              {task.is === "open" && mayAny(view, "withdrawTask") && (
                <div className="button-row">
                  <OneTask id={task.id} action={sendLink} name="link" locale={locale} label={text.againOf(nameOf(task, locale))}>{text.again}</OneTask>
                  <OneTask id={task.id} action={withdraw} name="withdraw" locale={locale} label={text.withdrawOf(nameOf(task, locale))}>{text.withdraw}</OneTask>
                </div>
              )}
            </li>
          ))}
        </ul>
      )}
      {children}
    </section>
  );
}

/** What is still open by its date, then the rest, the newest first. */
function mostUrgentFirst(tasks: readonly TaskItem[]): TaskItem[] {
  const open = tasks.filter(({ is }) => is === "open").sort((one, other) => (one.dueOn < other.dueOn ? -1 : 1));
  return [...open, ...tasks.filter(({ is }) => is !== "open")];
}

function TaskFacts({ task, locale }: { task: TaskItem; locale: Locale }) {
  const { tasks: { panel: text, outcome, reason } } = messages(locale);
  const last = task.answers.at(-1);
  const isFailed = task.mail === "failed" && task.is === "open";
  const ended = task.outcome && [outcome[task.outcome], ...(task.reason ? [reason[task.reason]] : [])].join(" · ");
  return (
    <>
      <p className="case-facts">
        <strong>{nameOf(task, locale)}</strong>
        <span className={task.isLate ? "tag tag-now" : "tag"}>{task.isLate ? text.late : text.state[task.is]}</span>
        <span>{text.dueOn(dayWords(task.dueOn, locale))}</span>
        {task.is === "open" && text.mail[task.mail] && <span className={isFailed ? "tag tag-now" : "quiet"}>{text.mail[task.mail]}</span>}
      </p>
      {isFailed && <p>{text.mailFailed}</p>}
      {task.words && <p className="as-typed">{task.words}</p>}
      {ended && <p><strong>{ended}</strong> <span className="quiet">{task.answeredOn && text.answered(dayWords(task.answeredOn, locale))}{task.answers.length > 1 && `, ${text.corrected}`}</span></p>}
      {last?.note && <blockquote className="event-body" aria-label={text.note}>{last.note}</blockquote>}
    </>
  );
}

function OneTask({ id, action, name, label, locale, children }: { id: string; action: FormAction; name: string; label: string; locale: Locale; children: ReactNode }) {
  return (
    <ActionForm action={action} problem={messages(locale).office.problem} name={`${name}-${id}`}>
      <input type="hidden" name="taskId" value={id} />
      <Submit variant="link" label={label}>{children}</Submit>
    </ActionForm>
  );
}

function nameOf({ department }: TaskItem, locale: Locale): string {
  return department?.[locale] ?? messages(locale).tasks.panel.unknown;
}
