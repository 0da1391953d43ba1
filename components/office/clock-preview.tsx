import type { RefObject } from "react";
import { Table } from "@/components/ui/table";
import type { ClockPreview as Preview } from "@/lib/request/clock-state";

export type PreviewWords = { title: string; caption: string; reference: string; before: string; after: string };
type Props = { preview: Preview; words: PreviewWords; news: RefObject<HTMLDivElement | null>; takesFocus: boolean };

/** What a change would do: the change, what follows, and from which date to which each case moves. */
export function ClockPreview({ preview: { changes, told, warning, rows, more }, words, news, takesFocus }: Props) {
  return (
    // oxlint-disable-next-line jsx-a11y/no-autofocus -- the only way to the news where there is no JavaScript
    <div className="clock-preview" role="status" tabIndex={-1} ref={news} autoFocus={takesFocus}>
      <p className="notice-title">{words.title}</p>
      {changes.map((change) => <p key={change} className="clock-change">{change}.</p>)}
      {told.map((sentence) => <p key={sentence}>{sentence}</p>)}
      {warning && <p className="field-error">{warning}</p>}
      {rows.length > 0 && (
        <Table
          caption={words.caption}
          columns={[words.before, words.after, words.reference].map((label) => ({ label }))}
          rows={rows.map(({ before, after, references }) => ({ key: `${before} ${after}`, cells: [before, after, <Cases key="cases" references={references} />] }))}
        />
      )}
      {more && <p>{more}</p>}
    </div>
  );
}

function Cases({ references }: { references: readonly string[] }) {
  return <ul className="clock-cases">{references.map((reference) => <li key={reference}><a href={`/office/requests/${reference}`}>{reference}</a></li>)}</ul>;
}
