import type { Metadata } from "next";
import { UploadsFirst } from "@/components/check/uploads-first";
import { AnswerForm } from "@/components/task/answer-form";
import { Asked } from "@/components/task/asked";
import { Given } from "@/components/task/given";
import { TaskUploads } from "@/components/task/uploads";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Heading } from "@/components/ui/heading";
import { Notice } from "@/components/ui/notice";
import type { Locale } from "@/lib/i18n/locale";
import { messages } from "@/lib/i18n/messages";
import { departmentTask } from "@/lib/server/reads/department-task";
import { isFormAnswer } from "@/lib/server/reads/form-answer";
import { taskActor } from "@/lib/server/session";
import { problemText } from "@/components/follow/uploads";
import { answerTaskAction } from "./actions";

type Props = { params: Promise<{ locale: Locale }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { tasks, follow } = messages((await params).locale);
  return { title: (await searchParams)["upload"] ? follow.upload.errorTitle(tasks.answer.title) : tasks.answer.title };
}

/** What a department is asked, about whom, and its answer: for whoever pressed the button behind the link. Where the page closed while it was answered, what was typed alone. */
export default async function TaskPage({ params, searchParams }: Props) {
  const { locale } = await params;
  const { upload, done } = await searchParams;
  const { tasks: { answer: text, ended }, follow } = messages(locale);
  const actor = await taskActor();
  const view = actor && (await departmentTask(actor));
  if (!view && !(await isFormAnswer())) return <div className="follow-page"><Heading>{ended.title}</Heading><p className="lead prose">{ended.text}</p></div>;
  const problem = typeof upload === "string" ? problemText(locale, upload) : null;
  return (
    <UploadsFirst className="follow-page">
      {problem && <ErrorSummary title={follow.problem} errors={{ file: problem }} takesFocus />}
      {done && <Notice tone="success" title={text.thanksTitle} role="status"><p>{text.thanks}</p></Notice>}
      <Heading caption={view ? `${text.reference} ${view.reference}` : undefined}>{text.title}</Heading>
      {view && <Asked view={view} locale={locale} />}
      {view?.answer && <Given answer={view.answer} locale={locale} />}
      {view && <TaskUploads files={view.waiting} problem={problem} locale={locale} />}
      <AnswerForm view={view} action={answerTaskAction.bind(null, locale, view?.id ?? null)} locale={locale} />
    </UploadsFirst>
  );
}
