import type { Metadata } from "next";
import { IncidentTable } from "@/components/incident/incident-table";
import { OpenIncident } from "@/components/incident/open-incident";
import { Heading } from "@/components/ui/heading";
import { messages } from "@/lib/i18n/messages";
import { incidents } from "@/lib/server/reads/incidents";
import { requireStaff } from "@/lib/server/session";
import { Desk } from "../desk";
import { openIncidentAction } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: messages((await requireStaff("case.read")).locale).incident.title };
}

/** The incidents about which many write at once. */
export default async function IncidentsPage() {
  const actor = await requireStaff("case.read");
  const { incident: text } = messages(actor.locale);
  const list = await incidents(actor);
  return (
    <Desk actor={actor} place="queue">
      <Heading>{text.title}</Heading>
      <p className="prose">{text.lead}</p>
      {list.length > 0 ? <IncidentTable list={list} locale={actor.locale} /> : <p>{text.none}</p>}
      {actor.permissions.has("incident.manage") && <OpenIncident action={openIncidentAction} locale={actor.locale} />}
    </Desk>
  );
}
