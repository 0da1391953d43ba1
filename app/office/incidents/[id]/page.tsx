import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { GatherPanel } from "@/components/incident/gather-panel";
import { SentLetters, WriteToAll } from "@/components/incident/letters-panel";
import { TwoTexts } from "@/components/incident/two-texts";
import { DoneNotice } from "@/components/office/done-notice";
import { ProveFirst } from "@/components/office/prove-first";
import { ActionForm } from "@/components/ui/action-form";
import { Heading } from "@/components/ui/heading";
import { Notice } from "@/components/ui/notice";
import { Submit } from "@/components/ui/submit";
import { dayWords } from "@/lib/i18n/dates";
import { messages } from "@/lib/i18n/messages";
import { dateText } from "@/lib/request/ask/text";
import { countGatherable, incident, mostGathered } from "@/lib/server/reads/incidents";
import { present } from "@/lib/server/reads/present";
import { hasProved } from "@/lib/server/reads/second-factor";
import { requireStaff } from "@/lib/server/session";
import { Desk } from "../../desk";
import { endIncidentAction, gatherAction, keepAnswerAction, sendAgainAction, writeLetterAction } from "../actions";

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: messages((await requireStaff("case.read")).locale).incident.title };
}

/** One incident: how many requests, what all were told, what every answer says, and who else belongs to it. */
export default async function IncidentPage({ params, searchParams }: Props) {
  const actor = await requireStaff("case.read");
  const { locale } = actor;
  const { id } = await params;
  const found = await incident(actor, id);
  if (!found) notFound();
  const asked = await searchParams;
  const { incident: text, office, signIn } = messages(locale);
  const [mayManage, mayHandle] = [actor.permissions.has("incident.manage") && !found.isEnded, actor.permissions.has("case.handle") && !found.isEnded];
  const isAsked = typeof asked.from === "string";
  const alike = { from: dayOf(asked.from, found.startedOn), until: dayOf(asked.until, found.today), right: word(asked.right), locale: word(asked.locale) };
  const page = `/office/incidents/${id}`;
  return (
    <Desk actor={actor} place="queue">
      <p><a href="/office/incidents">{text.title}</a></p>
      <Heading>{found.name}</Heading>
      <DoneNotice done={word(asked.done)} locale={locale} />
      {found.isEnded && <Notice tone="info"><p>{text.endedNotice}</p></Notice>}
      <p>{text.columns.since} {dayWords(found.startedOn, locale)} · {text.facts(found.requests, found.open)} · <a href={`/office?incident=${id}`}>{text.see}</a></p>
      {mayHandle && <GatherPanel page={page} alike={alike} count={isAsked ? await countGatherable(actor, alike) : null} joined={asked.joined ? { count: Number(word(asked.joined)) || 0, isLeft: Boolean(asked.left) } : null} most={mostGathered} action={gatherAction.bind(null, id)} locale={locale} />}
      {mayManage && (
        <section className="panel" aria-labelledby="letter">
          <Heading level={2} id="letter">{text.letter.title}</Heading>
          <p className="quiet">{text.letter.hint}</p>
          {hasProved(actor) ? <WriteToAll action={writeLetterAction.bind(null, id)} locale={locale} /> : <ProveFirst text={text.letter.proveFirst} label={signIn.account.prove} back={page} />}
        </section>
      )}
      {found.letters.length > 0 && <SentLetters letters={found.letters} timeZone={present().timeZone} again={mayManage && hasProved(actor) ? (letterId) => sendAgainAction.bind(null, id, letterId) : null} locale={locale} />}
      {mayManage && (
        <section className="panel" aria-labelledby="answer">
          <Heading level={2} id="answer">{text.answer.title}</Heading>
          <p className="quiet">{text.answer.hint}</p>
          <ActionForm action={keepAnswerAction.bind(null, id)} problem={office.problem} name="answer" labels={{ answerFr: text.answer.fr, answerEn: text.answer.en }}>
            <TwoTexts name="answer" labels={text.answer} value={found.answer} />
            <Submit variant="secondary">{text.answer.submit}</Submit>
          </ActionForm>
        </section>
      )}
      {mayManage && (
        <section aria-labelledby="end">
          <Heading level={2} id="end">{text.end.title}</Heading>
          <p className="quiet">{text.end.hint}</p>
          <ActionForm action={endIncidentAction.bind(null, id)} problem={office.problem} name="end"><Submit variant="secondary">{text.end.submit}</Submit></ActionForm>
        </section>
      )}
    </Desk>
  );
}

function dayOf(value: unknown, otherwise: string): string {
  const parsed = dateText().safeParse(value);
  return parsed.success ? parsed.data : otherwise;
}

function word(value: unknown): string {
  return typeof value === "string" ? value : "";
}
