import { ActionForm } from "@/components/ui/action-form";
import { Disclosure } from "@/components/ui/disclosure";
import { Heading } from "@/components/ui/heading";
import { Notice } from "@/components/ui/notice";
import { Submit } from "@/components/ui/submit";
import { Table } from "@/components/ui/table";
import { TextField } from "@/components/ui/text-field";
import { shortDay } from "@/lib/i18n/dates";
import type { Locale } from "@/lib/i18n/locale";
import { messages } from "@/lib/i18n/messages";
import type { CalendarDate } from "@/lib/law/calendar";
import type { Right } from "@/lib/law/rights";
import type { FormAction } from "@/lib/request/form-state";
import { askedAgain } from "@/lib/request/handle/asked-again";
import { isOpen, type Related as RelatedRequest, type RequestState } from "@/lib/request/request";
import { RequestLink } from "./request-link";
import { type CaseView, mayAny } from "./case-view";

export type Other = { reference: string; rights: Right[]; state: RequestState; isClosed: boolean; receivedOn: CalendarDate; dueOn: CalendarDate };
type Props = { view: CaseView; /** From the same e-mail address. */ others: readonly Other[]; /** Of the same name, perhaps another's. */ namesakes: readonly Other[]; merge: FormAction; locale: Locale };

/** What belongs together: requests tied to this one, others from the same address or of the same name, and what may be done about them. law.md § 1.3. */
export function Related({ view, others, namesakes, merge, locale }: Props) {
  const { office, related: text } = messages(locale);
  const { request } = view;
  const twins = askedAgain(request, others, view.sameRequestDays);
  const elsewhere = request.related.filter(({ reference }) => ![...others, ...namesakes].some((other) => other.reference === reference));
  const mayMerge = mayAny(view, "mergeInto", "takeDuplicate");
  const mayRecord = mayAny(view, "addNote") && view.caseFile !== null;
  if (others.length + namesakes.length === 0 && request.related.length === 0 && !mayMerge && !mayRecord) return null;
  return (
    <section className="stack-tight" aria-labelledby="related">
      <Heading level={2} id="related">{text.title}</Heading>
      {elsewhere.length > 0 && (
        <ul>{elsewhere.map(({ reference, how }, index) => <li key={`${how}-${reference || index}`}>{text.how[how]}{office.timeline.colon}<RequestLink reference={reference} locale={locale} /></li>)}</ul>
      )}
      {others.length > 0 && <Others caption={text.sameAddress} others={others} twins={twins} tied={request.related} locale={locale} />}
      {namesakes.length > 0 && (
        <>
          <Others caption={text.sameName} others={namesakes} twins={[]} tied={request.related} locale={locale} />
          <p className="quiet">{text.sameNameHint}</p>
        </>
      )}
      {mayRecord && <p><a href={`/office/record?from=${request.reference}`}>{text.record}</a> <span className="quiet">{text.recordHint}</span></p>}
      {mayMerge && (
        <ActionForm action={merge} problem={office.problem} name="merge" labels={{ other: text.other }}>
          <Disclosure title={text.merge}>
            <p>{text.mergeHint}</p>
            <TextField name="other" label={text.other} width="s" autoComplete="off" spellCheck={false} defaultValue={twins.find(({ isClosed }) => !isClosed)?.reference} />
            <Submit variant="secondary">{text.mergeSubmit}</Submit>
          </Disclosure>
        </ActionForm>
      )}
    </section>
  );
}

/** At the top of an open case: the same was asked by the same person not long before or after. */
export function AskedAgain({ view, others, locale }: { view: CaseView; others: readonly Other[]; locale: Locale }) {
  const { law, office, related: text } = messages(locale);
  const again = isOpen(view.request) ? askedAgain(view.request, others, view.sameRequestDays) : [];
  if (again.length === 0) return null;
  return (
    <Notice tone="info" title={text.againTitle}>
      <ul>{again.map((other) => <li key={other.reference}><a href={`/office/requests/${other.reference}`}>{other.reference}</a>{office.timeline.colon}{text.again(shortDay(other.receivedOn, locale), law.state[other.state])}</li>)}</ul>
      <p><a href="#related">{text.againHint}</a></p>
    </Notice>
  );
}

function Others({ caption, others, twins, tied, locale }: { caption: string; others: readonly Other[]; twins: readonly Other[]; tied: readonly RelatedRequest[]; locale: Locale }) {
  const { law, related: text } = messages(locale);
  const { reference: referenceLabel, rights, received, due, state } = text.columns;
  return (
    <Table
      caption={caption}
      columns={[referenceLabel, rights, received, due, state].map((label) => ({ label }))}
      rows={others.map((other) => ({
        key: other.reference,
        cells: [
          <span key="reference"><a href={`/office/requests/${other.reference}`}>{other.reference}</a>{tied.filter(({ reference }) => reference === other.reference).map(({ how }) => <span key={how} className="quiet"><br />{text.how[how]}</span>)}</span>,
          <span key="rights">{other.rights.map((right) => law.right[right].short).join(", ")}{twins.includes(other) && <> <strong className="tag">{text.sameRight}</strong></>}</span>,
          shortDay(other.receivedOn, locale),
          other.isClosed ? "–" : shortDay(other.dueOn, locale),
          law.state[other.state],
        ],
      }))}
    />
  );
}
