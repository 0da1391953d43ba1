import type { Metadata } from "next";
import { ArrivalFields, arrivalLabels } from "@/components/record/arrival-fields";
import { GetForm } from "@/components/ui/get-form";
import { Heading } from "@/components/ui/heading";
import { Submit } from "@/components/ui/submit";
import { errorWords } from "@/lib/i18n/error-words";
import { freshForm } from "@/lib/request/form-state";
import { messages } from "@/lib/i18n/messages";
import { checkArrival } from "@/lib/request/ask/arrival-input";
import type { Typed } from "@/lib/request/ask/draft";
import { arrivalClock, knownPerson } from "@/lib/server/reads/record";
import { requireStaff } from "@/lib/server/session";
import { Desk } from "../desk";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const { locale } = await requireStaff("case.handle");
  const { record, office } = messages(locale);
  return { title: (await searchParams)["sent"] === "1" ? `${office.problem} – ${record.title}` : record.title };
}

/** A request that did not come through the form, first page: how and when it arrived, and what is asked. Dates and codes only, in the address. */
export default async function RecordPage({ searchParams }: Props) {
  const actor = await requireStaff("case.handle");
  const { locale } = actor;
  const { record: text, office } = messages(locale);
  const search = (await searchParams) as Typed;
  const checked = search["sent"] === "1" ? checkArrival(search, await arrivalClock()) : { codes: {} };
  const person = await knownPerson(actor, search["from"]);
  const errors = "codes" in checked ? errorWords(checked.codes, locale) : {};
  return (
    <Desk actor={actor} place="queue">
      <p><a href="/office">{office.case.back}</a></p>
      <Heading caption={text.step(1)}>{text.title}</Heading>
      <p className="prose">{person ? messages(locale).related.recordFrom(person.reference) : text.lead}</p>
      <GetForm action="/office/record/details" state={{ ...freshForm, errors, attempt: Object.keys(errors).length > 0 ? 1 : 0 }} problem={office.problem} labels={arrivalLabels(locale)}>
        {person && <input type="hidden" name="from" value={person.reference} />}
        <ArrivalFields typed={search} locale={locale} />
        <Submit>{text.next}</Submit>
      </GetForm>
    </Desk>
  );
}
