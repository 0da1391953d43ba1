import type { ReactNode } from "react";

type Props = {
  caption: string;
  captionHidden?: boolean;
  columns: readonly { label: ReactNode; numeric?: boolean }[];
  rows: readonly { key: string; cells: readonly ReactNode[]; className?: string }[];
};

/** A table whose first cell names its row. On a narrow screen every row becomes a card that says its labels; the roles keep it a table for those who hear it. */
export function Table({ caption, captionHidden, columns, rows }: Props) {
  return (
    <table className="table" role="table">
      <caption className={captionHidden ? "visually-hidden" : undefined}>{caption}</caption>
      <thead role="rowgroup">
        <tr role="row">{columns.map((column, index) => <th scope="col" role="columnheader" key={index} className={column.numeric ? "numeric" : undefined}>{column.label}</th>)}</tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map(({ key, cells, className }) => (
          <tr key={key} role="row" className={className}>
            {cells.map((cell, index) => {
              const column = columns[index];
              const numeric = column?.numeric ? "numeric" : undefined;
              if (index === 0) return <th scope="row" role="rowheader" key={index} className={numeric}>{cell}</th>;
              return <td role="cell" key={index} className={numeric}><span className="table-label" aria-hidden="true">{column?.label} </span>{cell}</td>;
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
