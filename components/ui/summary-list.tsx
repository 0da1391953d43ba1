import type { ReactNode } from "react";

export type SummaryRow = { term: ReactNode; detail: ReactNode; action?: ReactNode };

/** Terms and what stands for them, with a link to change each where that is possible. */
export function SummaryList({ rows }: { rows: readonly SummaryRow[] }) {
  return (
    <dl className="summary-list">
      {rows.map(({ term, detail, action }, index) => (
        <div className="summary-row" key={index}>
          <dt>{term}</dt>
          <dd className="summary-detail">{detail}</dd>
          {action && <dd className="summary-action">{action}</dd>}
        </div>
      ))}
    </dl>
  );
}
