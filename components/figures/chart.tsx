import type { ReactNode } from "react";
import { Heading } from "@/components/ui/heading";

type Props = {
  id: string;
  title: string;
  /** Names of the series, where there are two: the key to the picture. `shape`: of columns and bars, or of points. */
  series?: readonly string[];
  shape?: "area" | "point";
  picture?: ReactNode;
  note?: ReactNode;
  /** Title of what opens the table. */
  more: string;
  table: ReactNode;
};

/** A picture with its title, its key, and the numbers it shows in a table that opens on demand; without a picture the table stands there open. */
export function Chart({ id, title, series = [], shape = "area", picture, note, more, table }: Props) {
  return (
    <section className="chart" aria-labelledby={id}>
      <Heading level={2} id={id}>{title}</Heading>
      {note && <div className="quiet">{note}</div>}
      {picture && series.length > 1 && (
        <ul className="chart-key">{series.map((name, nth) => <li key={name} className={`chart-key-${shape} chart-key-${nth === 0 ? "first" : "second"}`}>{name}</li>)}</ul>
      )}
      {picture}
      {picture ? <details><summary>{more}<span className="visually-hidden"> – {title}</span></summary>{table}</details> : table}
    </section>
  );
}
