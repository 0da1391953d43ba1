import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { LoadList } from "@/components/office/load-list";
import { Heading } from "@/components/ui/heading";
import { messages } from "@/lib/i18n/messages";
import { loadView } from "@/lib/server/reads/load";
import { requireStaff } from "@/lib/server/session";
import { Desk } from "../desk";

export async function generateMetadata(): Promise<Metadata> {
  return { title: messages((await requireStaff("case.handle")).locale).teams.load.title };
}

/** Who has how much, for whoever may give requests to others. */
export default async function LoadPage() {
  const actor = await requireStaff("case.handle");
  const rows = (await loadView(actor)) ?? notFound();
  const { teams, office } = messages(actor.locale);
  return (
    <Desk actor={actor} place="queue">
      <p><a href="/office">{office.case.back}</a></p>
      <Heading>{teams.load.title}</Heading>
      <LoadList rows={rows} mayNoteAbsence={actor.permissions.has("absence.manage")} locale={actor.locale} />
      {actor.permissions.has("assignment.manage") && <p><a href="/office/settings/assignment">{teams.rules.link}</a></p>}
    </Desk>
  );
}
