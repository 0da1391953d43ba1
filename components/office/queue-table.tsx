import type { Locale } from "@/lib/i18n/locale";
import { type Messages, messages } from "@/lib/i18n/messages";
import type { Channel } from "@/lib/request/arrival";
import type { Right } from "@/lib/law/rights";
import { closedStates, isOnDesk, type RequestState, type Stage } from "@/lib/request/request";
import { awayWords } from "./away-words";
import { departmentsAwaited } from "./case-view";
import { Due } from "./due";

export type QueueItem = {
  reference: string;
  requesterName: string | null;
  rights: Right[];
  state: RequestState;
  stage: Stage;
  waitingFor: string;
  tasks: { is: "open"; isLate: boolean; department: Record<Locale, string> }[];
  dueOn: string;
  daysLeft: number;
  suspended: boolean;
  effectAtOnce: boolean;
  channel: Channel;
  hasLettersToPost: boolean;
  lacksReceiptProof: boolean;
  assignee: { id: string; name: string; isHere: boolean; awayUntil: string | null } | null;
  teamId: string | null;
};

/** The queue, most urgent first; or what was found, as its `caption` says. On a narrow screen every row becomes a card; the roles keep it a table for those who hear it. */
export function QueueTable({ rows, me, teams, locale, caption, isChoosable = false }: { rows: readonly QueueItem[]; me: string; teams: readonly { id: string; name: string }[]; locale: Locale; caption?: string; /** Inside a form that does something with the chosen ones. */ isChoosable?: boolean }) {
  const { queue: text } = messages(locale).office;
  const columns = [text.due, text.reference, text.person, text.rights, text.state, text.assignee];
  return (
    <table className="queue" role="table">
      <caption className="visually-hidden">{caption ?? text.caption}</caption>
      <thead role="rowgroup">
        <tr role="row">{columns.map((column) => <th key={column} scope="col" role="columnheader">{column}</th>)}</tr>
      </thead>
      <tbody role="rowgroup">{rows.map((row) => <QueueRow key={row.reference} row={row} me={me} team={teams.find(({ id }) => id === row.teamId)?.name} locale={locale} choose={isChoosable && isOnDesk(row)} />)}</tbody>
    </table>
  );
}

function QueueRow({ row, me, team, locale, choose }: { row: QueueItem; me: string; team: string | undefined; locale: Locale; choose: boolean }) {
  const { office, law, record, queue } = messages(locale);
  const text = office.queue;
  const isClosed = closedStates.has(row.state);
  const awaited = departmentsAwaited(row.tasks, locale);
  return (
    <tr role="row">
      <td role="cell" className="queue-due">
        {row.state === "message-after-reply" ? <span className="due due-closed"><span className="due-words">{office.due.answered}</span></span> : <Due dueOn={row.dueOn} daysLeft={row.daysLeft} suspended={row.suspended} isClosed={isClosed} locale={locale} />}
        {row.effectAtOnce && !isClosed && <span className="tag tag-now">{text.effectAtOnce}</span>}
      </td>
      <th role="rowheader" scope="row">{choose && <input type="checkbox" className="queue-choose" name="chosen" value={row.reference} aria-label={queue.choose(row.reference)} />}<a className="reference" href={`/office/requests/${row.reference}`}>{row.reference}</a></th>
      <td role="cell" className="queue-person">
        {row.requesterName ?? <span className="quiet">{text.noName}</span>}
        {row.channel !== "portal" && <span className="queue-waiting">{law.channel[row.channel]}</span>}
        {row.lacksReceiptProof && <span className="tag tag-now">{record.proof.missingShort}</span>}
      </td>
      <td role="cell">{row.rights.map((right) => law.right[right].short).join(", ")}</td>
      <td role="cell">
        {law.state[row.state]}
        {(row.waitingFor === "staff" || (row.waitingFor === "department" && (row.state === "new" || row.stage !== "handle"))) && <span className="queue-waiting waiting-staff">{toDo(row, text.toDo)}</span>}
        {row.hasLettersToPost && <span className="queue-waiting waiting-staff">{record.post.filter}</span>}
        {awaited && <span className={awaited.late > 0 ? "queue-waiting waiting-staff" : "queue-waiting"}>{awaited.sentence}</span>}
        {row.waitingFor === "requester" && <span className="queue-waiting">{law.waitingFor.requester}</span>}
      </td>
      <td role="cell">
        <span className="queue-label">{text.assignee} </span>
        {row.assignee ? (row.assignee.id === me ? <strong>{text.you}</strong> : row.assignee.name) : <span className="quiet">{text.nobody}</span>}
        {row.assignee && !row.assignee.isHere && <span className="queue-waiting">{awayWords(row.assignee, locale)}</span>}
        {team && <span className="queue-waiting">{team}</span>}
      </td>
    </tr>
  );
}

/** What staff do next with a row: the answer to "what now?" in two words. */
function toDo({ state, stage }: QueueItem, words: Messages["office"]["queue"]["toDo"]): string {
  if (state === "new") return words.take;
  if (state === "message-after-reply") return words.message;
  return stage === "check" || stage === "reply" ? words[stage] : words.handle;
}
