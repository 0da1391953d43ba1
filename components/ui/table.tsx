import type { ReactNode } from "react";

type Props = {
  caption: string;
  captionHidden?: boolean;
  columns: readonly { label: ReactNode; numeric?: boolean }[];
  rows: readonly { key: string; cells: readonly ReactNode[]; className?: string }[];
};

/** A table whose first cell names its row. Scrolls sideways by itself on a narrow screen. */
export function Table({ caption, captionHidden, columns, rows }: Props) {
  return (
    <div className="table-frame" role="region" aria-label={caption} tabIndex={0}>
      <table className="table">
        <caption className={captionHidden ? "visually-hidden" : undefined}>{caption}</caption>
        <thead>
          <tr>{columns.map((column, index) => <th scope="col" key={index} className={column.numeric ? "numeric" : undefined}>{column.label}</th>)}</tr>
        </thead>
        <tbody>
          {rows.map(({ key, cells, className }) => (
            <tr key={key} className={className}>
              {cells.map((cell, index) => {
                const numeric = columns[index]?.numeric ? "numeric" : undefined;
                return index === 0 ? <th scope="row" key={index} className={numeric}>{cell}</th> : <td key={index} className={numeric}>{cell}</td>;
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
