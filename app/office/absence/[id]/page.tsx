import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { AbsencePanel } from "@/components/office/absence-panel";
import { DoneNotice } from "@/components/office/done-notice";
import { Heading } from "@/components/ui/heading";
import { messages } from "@/lib/i18n/messages";
import { absenceOf } from "@/lib/server/reads/absence";
import { requireStaff } from "@/lib/server/session";
import { Desk } from "../../desk";
import { absenceAction, othersBackAction } from "./actions";

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ done?: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const actor = await requireStaff("absence.manage");
  const found = await absenceOf(actor, (await params).id);
  const { away } = messages(actor.locale).teams;
  return { title: found ? away.of(found.name) : away.title };
}

/** When a colleague is away, noted for them. */
export default async function AbsencePage({ params, searchParams }: Props) {
  const actor = await requireStaff("absence.manage");
  const { id } = await params;
  const absence = (await absenceOf(actor, id)) ?? notFound();
  const { locale } = actor;
  const { teams, office } = messages(locale);
  const isOfQueue = actor.permissions.has("case.read");
  return (
    <Desk actor={actor} place={isOfQueue ? "queue" : "staff"}>
      <p>{isOfQueue ? <a href="/office/load">{teams.load.title}</a> : <a href={`/office/settings/staff/${id}`}>{office.staff.changeOf(absence.name)}</a>}</p>
      <Heading>{teams.away.of(absence.name)}</Heading>
      <DoneNotice done={(await searchParams).done} locale={locale} />
      <AbsencePanel absence={absence} isOwn={false} set={absenceAction.bind(null, id)} back={othersBackAction.bind(null, id)} locale={locale} />
    </Desk>
  );
}
