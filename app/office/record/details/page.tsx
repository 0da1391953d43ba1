import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { CameSummary } from "@/components/record/came-summary";
import { RecordForm } from "@/components/record/record-form";
import { Heading } from "@/components/ui/heading";
import { messages } from "@/lib/i18n/messages";
import { arrivalFields, checkArrival } from "@/lib/request/ask/arrival-input";
import type { Typed } from "@/lib/request/ask/draft";
import { arrivalClock, knownPerson, recordView } from "@/lib/server/reads/record";
import { requireStaff } from "@/lib/server/session";
import { Desk } from "../../desk";
import { recordAction } from "../actions";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: messages((await requireStaff("case.handle")).locale).record.details };
}

/** Second page: the due date that follows from the first, then the person and what they asked. A first page with mistakes comes back. */
export default async function RecordDetailsPage({ searchParams }: Props) {
  const actor = await requireStaff("case.handle");
  const { locale } = actor;
  const { record: text } = messages(locale);
  const search = (await searchParams) as Typed;
  const query = queryOf(search);
  const checked = checkArrival(search, await arrivalClock());
  const view = "came" in checked ? await recordView(actor, checked.came) : null;
  const person = await knownPerson(actor, search["from"]);
  if (!("came" in checked) || !view) redirect(`/office/record?${query}&sent=1`);
  return (
    <Desk actor={actor} place="queue">
      <Heading caption={text.step(2)}>{text.details}</Heading>
      {person && <p className="prose">{messages(locale).related.recordFrom(person.reference)}</p>}
      <CameSummary came={checked.came} receivedOn={view.receivedOn} limit={view.limit} today={view.today} back={`/office/record?${query}`} locale={locale} />
      <RecordForm action={recordAction.bind(null, query)} came={checked.came} formKey={view.formKey} known={person} locale={locale} />
    </Desk>
  );
}

/** The first page's answers as an address, without anything else it may have held. */
function queryOf(search: Typed): string {
  const pairs = [...arrivalFields, "from" as const].flatMap((field) => [search[field] ?? []].flat().map((value) => [field, value]));
  return new URLSearchParams(pairs.filter(([, value]) => value !== "").slice(0, 30)).toString();
}
