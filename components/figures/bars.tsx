import { scaleLinear } from "d3-scale";
import { Hatch } from "./hatch";
import { percent } from "./plot";

type Props = { id: string; label: string; rows: readonly { key: string; name: string; values: readonly number[] }[]; words: (value: number) => string };

const thickness = 10;

/** Bars across, one row each with its name and numbers in words: the first series filled, the second hatched. */
export function Bars({ id, label, rows, words }: Props) {
  const across = scaleLinear().domain([0, Math.max(1, ...rows.flatMap(({ values }) => values))]).range([0, 100]);
  return (
    <div className="bars" role="img" aria-label={label}>
      {rows.map(({ key, name, values }) => (
        <div className="bars-row" key={key}>
          <span className="bars-name">{name}</span>
          <svg width="100%" height={thickness * values.length + 2} focusable="false">
            {values.length > 1 && <Hatch id={`${id}-${key}`} />}
            {values.map((value, nth) => (
              <rect key={nth} className={nth === 0 ? "plot-first" : "plot-second"} fill={nth === 0 ? undefined : `url(#${id}-${key})`} x="0" y={thickness * nth + 1} width={percent(across(value))} height={thickness - 1} />
            ))}
          </svg>
          <span className="bars-value">{values.map(words).join(" / ")}</span>
        </div>
      ))}
    </div>
  );
}
