import { scaleBand, scaleLinear } from "d3-scale";
import type { ReactNode } from "react";

/** `label` empty: not named below the axis. `isMinor`: its name stays away on a narrow screen. */
export type Category = { key: string; label: string; isMinor?: boolean };
type Scale = { x: (index: number) => number; band: number; y: (value: number) => number; bottom: number };
type Props = { label: string; categories: readonly Category[]; most: number; tick: (value: number) => string; children: (scale: Scale) => ReactNode };

const top = 22;
const bottom = 190;
const height = 216;
/** Percent of the width kept for the numbers of the axis. */
const margin = 9;

/** One picture: axis, categories below it, and what `children` draw between. Across in percent of the width, down in pixels. */
export function Plot({ label, categories, most, tick, children }: Props) {
  const across = scaleBand<number>().domain(categories.map((_, index) => index)).range([margin, 100]).paddingInner(0.2).paddingOuter(0.1);
  const down = scaleLinear().domain([0, Math.max(1, most)]).nice(4).range([bottom, top]);
  const x = (index: number) => across(index) ?? 0;
  const ticks = down.ticks(4).filter(Number.isInteger);
  return (
    <svg className="plot" width="100%" height={height} role="img" aria-label={label}>
      {ticks.map((value) => (
        <g key={value}>
          <line className="plot-grid" x1="0" x2="100%" y1={down(value)} y2={down(value)} />
          <text className="plot-tick" x="0" y={down(value) - 4}>{tick(value)}</text>
        </g>
      ))}
      {children({ x, band: across.bandwidth(), y: (value) => down(value), bottom })}
      {categories.map(({ key, label: name, isMinor }, index) => name !== "" && (
        <text key={key} className={isMinor ? "plot-name plot-minor" : "plot-name"} x={percent(x(index) + across.bandwidth() / 2)} y={bottom + 18} textAnchor="middle">{name}</text>
      ))}
    </svg>
  );
}

/** A place across the picture. */
export function percent(share: number): string {
  return `${share.toFixed(3)}%`;
}
