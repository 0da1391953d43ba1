import type { Metadata } from "next";
import { Answer } from "@/components/time-limit/answer";
import { ForPrograms } from "@/components/time-limit/for-programs";
import { NextSteps } from "@/components/time-limit/next-steps";
import { QuestionForm } from "@/components/time-limit/question-form";
import type { Locale } from "@/lib/i18n/locale";
import { messages } from "@/lib/i18n/messages";
import { controller } from "@/lib/server/reads/controller";
import { timeLimitFor } from "@/lib/server/reads/time-limit";
import { askedOf, type Query } from "./asked";
import "./time-limit.css";

type Props = { params: Promise<{ locale: Locale }>; searchParams: Promise<Query> };

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { site, timeLimit: { title, answerTitle } } = messages((await params).locale);
  const { answer } = askedOf(await searchParams);
  if (!answer) return { title };
  return { title: "errors" in answer ? `${site.problem} – ${title}` : `${answerTitle} – ${title}` };
}

/** By when must a company in France answer? One date is enough; the address holds the question, nothing is kept. */
export default async function TimeLimitPage({ params, searchParams }: Props) {
  const { locale } = await params;
  const words = messages(locale);
  const { timeLimit: text } = words;
  const { name } = controller();
  const { filled, today, answer } = askedOf(await searchParams);
  const limit = answer && "question" in answer ? await timeLimitFor(answer.question) : null;
  const form = { action: `/${locale}/time-limit`, words, filled, errors: answer && "errors" in answer ? answer.errors : {}, isSent: answer !== null };
  return (
    <div className="time-limit">
      <div className="prose">
        <h1>{text.title}</h1>
        {!limit && <p className="lead">{text.lead}</p>}
      </div>
      {limit && <Answer locale={locale} limit={limit} today={today} />}
      {limit && <NextSteps locale={locale} controller={name} isPast={limit.suspendedSince === null && limit.dueOn < today} />}
      {limit ? (
        <section className="stack no-print" aria-labelledby="change">
          <h2 id="change">{text.changeTitle}</h2>
          <QuestionForm {...form} submit={text.again} />
        </section>
      ) : (
        <QuestionForm {...form} submit={text.submit} />
      )}
      <p className="small prose">{text.scope(name)}</p>
      <ForPrograms words={text} />
    </div>
  );
}
