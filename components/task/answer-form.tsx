import { ActionForm } from "@/components/ui/action-form";
import { Carried } from "@/components/ui/carried";
import { Checkboxes } from "@/components/ui/checkboxes";
import { Heading } from "@/components/ui/heading";
import { Radios } from "@/components/ui/radios";
import { Submit } from "@/components/ui/submit";
import { TextArea } from "@/components/ui/text-area";
import type { Locale } from "@/lib/i18n/locale";
import { messages } from "@/lib/i18n/messages";
import type { FormAction } from "@/lib/request/form-state";
import { taskExceptions, taskOutcomes } from "@/lib/request/handle/task";
import type { TaskView } from "./task-view";

type Props = { /** Null where the page closed while it was answered: the form alone, with what was sent from it. */ view: TaskView | null; action: FormAction; locale: Locale };

/** The department's answer, or its correction: done, nothing found, or not done and why. */
export function AnswerForm({ view, action, locale }: Props) {
  const answer = view?.answer ?? null;
  const { tasks: { answer: text, outcome, reason }, follow } = messages(locale);
  const reasons = <Radios name="reason" legend={text.reason} options={taskExceptions.map((value) => ({ value, label: reason[value] }))} defaultValue={answer?.reason ?? undefined} />;
  const files = answer?.files ?? [];
  return (
    <section className="stack-tight" aria-labelledby="answer">
      <Heading level={2} id="answer">{answer ? text.correct : text.form}</Heading>
      <ActionForm action={action} problem={follow.problem}>
        <Carried name="task" value={view?.id} />
        {!view && <Carried name="kept" />}
        <Radios
          name="outcome"
          legend={text.outcome}
          options={taskOutcomes.map((value) => ({ value, label: outcome[value], ...(value === "exception" && { children: reasons }) }))}
          defaultValue={answer?.outcome ?? undefined}
        />
        <TextArea name="note" label={text.note} hint={text.noteHint} rows={4} defaultValue={answer?.note ?? ""} />
        {files.length > 0 && <Checkboxes name="kept" legend={text.kept} hint={text.keptHint} options={files.map(({ id, name }) => ({ value: id, label: name }))} defaultValue={files.map(({ id }) => id)} />}
        <Submit>{answer ? text.correct : text.submit}</Submit>
      </ActionForm>
    </section>
  );
}
