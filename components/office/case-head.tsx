import { Heading } from "@/components/ui/heading";
import type { Locale } from "@/lib/i18n/locale";
import { messages } from "@/lib/i18n/messages";
import { daysBetween } from "@/lib/law/calendar";
import { isOpen, lacksReceiptProof } from "@/lib/request/request";
import { type CaseView, departmentsAwaited } from "./case-view";
import { Due } from "./due";
import { dueWords } from "./due-words";

type Props = {
  view: CaseView;
  /** The stage page we are on; none on the page of the case. */
  stage?: string;
  locale: Locale;
};

/** The top of every page of a case: which one, whose, where it stands and until when. */
export function CaseHead({ view, stage, locale }: Props) {
  const { office, law, record } = messages(locale);
  const { request, caseFile, limit } = view;
  const awaited = departmentsAwaited(view.tasks, locale);
  const title = office.case.title(request.reference);
  const name = caseFile?.requester.name ?? (caseFile ? office.queue.noName : office.queue.purged);
  return (
    <div className="case-head">
      <p>{stage ? <a href={`/office/requests/${request.reference}`}>{title}</a> : <a href="/office">{office.case.back}</a>}</p>
      {stage ? <Heading caption={name}>{stage}</Heading> : <Heading caption={name}>{office.case.request} <span className="reference">{request.reference}</span></Heading>}
      <p className="case-facts">
        <span className="tag">{law.state[request.state]}</span>
        {caseFile && lacksReceiptProof(request) && <span className="tag tag-now">{record.proof.missing}</span>}
        {awaited && <a className={awaited.late > 0 ? "tag tag-now" : "tag"} href={`/office/requests/${request.reference}/handle#tasks`}>{awaited.sentence}</a>}
        <Due {...dueWords({ dueOn: limit.dueOn, daysLeft: daysBetween(view.today, limit.dueOn), suspended: limit.suspendedSince !== null, isClosed: !isOpen(request) }, locale)} />
      </p>
    </div>
  );
}
