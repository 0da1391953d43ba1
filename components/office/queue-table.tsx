"use client";
import { type Packed, unpack } from "@/components/ui/packed";
import type { Line, QueueRowWords } from "./queue-words";

type Props = { caption: string; columns: Record<"due" | "reference" | "person" | "rights" | "state" | "assignee", string>; rows: Packed<readonly QueueRowWords[]> };

/**
 * The queue, most urgent first; or what was found, as its `caption` says. On a narrow screen every row becomes a card; the roles
 * keep it a table for those who hear it. Drawn from plain words: as elements of the page itself its rows would be made and sent twice.
 */
export function QueueTable({ caption, columns, rows }: Props) {
  const heads = [columns.due, columns.reference, columns.person, columns.rights, columns.state, columns.assignee];
  return (
    <table className="queue" role="table">
      <caption className="visually-hidden">{caption}</caption>
      <thead role="rowgroup">
        <tr role="row">{heads.map((head) => <th key={head} scope="col" role="columnheader">{head}</th>)}</tr>
      </thead>
      <tbody role="rowgroup">{unpack(rows).map((row) => <QueueRow key={row.reference} {...row} label={columns.assignee} />)}</tbody>
    </table>
  );
}

function QueueRow({ reference, choose, due, now, person, rights, state, assignee, label }: QueueRowWords & { label: string }) {
  return (
    <tr role="row">
      <td role="cell" className={`queue-due due due-${due.tone}`}>
        {now && <span className="tag tag-now">{now}</span>}
        <span className="due-words">{due.said}</span>
        <time dateTime={due.on.date}>{due.on.day}</time>
        {due.beside && <span className="queue-waiting">{due.beside}</span>}
        {due.suspended && <span className="tag">{due.suspended}</span>}
      </td>
      <th role="rowheader" scope="row">
        {choose && <input type="checkbox" className="queue-choose" name="chosen" value={reference} aria-label={choose} />}
        <a className="reference" href={`/office/requests/${reference}`}>{reference}</a>
      </th>
      <td role="cell" className="queue-person">
        {person.isMissing ? <span className="quiet">{person.said}</span> : person.said}
        {person.lines?.map(inLine)}
      </td>
      <td role="cell">{rights}</td>
      <td role="cell">
        {state.said}
        {state.lines?.map(inLine)}
      </td>
      <td role="cell">
        <span className="queue-label">{`${label} `}</span>
        {assignee.tone === "nobody" ? <span className="quiet">{assignee.said}</span> : assignee.tone === "me" ? <strong>{assignee.said}</strong> : assignee.said}
        {assignee.lines?.map(inLine)}
      </td>
    </tr>
  );
}

const classes: Record<Line["is"], string> = { "to-do": "queue-waiting waiting-staff", mark: "tag tag-now", beside: "queue-waiting" };

function inLine({ said, is }: Line) {
  return <span key={said} className={classes[is]}>{said}</span>;
}
