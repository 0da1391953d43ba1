import { Hatch } from "./hatch";
import { type Category, percent, Plot } from "./plot";

type Series = { name: string; values: readonly (number | null)[] };
type Props = { id: string; label: string; categories: readonly Category[]; series: readonly Series[]; words: (value: number) => string; most?: number };

/** Columns side by side, one per series: the first filled, the second hatched. A pointer that rests on one is told its number. */
export function Columns({ id, label, categories, series, words, most }: Props) {
  const highest = most ?? Math.max(0, ...series.flatMap(({ values }) => values.map((value) => value ?? 0)));
  return (
    <Plot label={label} categories={categories} most={highest} tick={words}>
      {({ x, band, y, bottom }) => (
        <>
          {series.length > 1 && <Hatch id={id} />}
          {series.map(({ name, values }, nth) => values.map((value, index) => value !== null && value > 0 && (
            <rect
              key={`${name}-${categories[index]?.key}`}
              className={nth === 0 ? "plot-first" : "plot-second"}
              fill={nth === 0 ? undefined : `url(#${id})`}
              x={percent(x(index) + (band / series.length) * nth)}
              width={percent(band / series.length)}
              y={y(value)}
              height={bottom - y(value)}
            >
              <title>{`${categories[index]?.key}, ${name}, ${words(value)}`}</title>
            </rect>
          )))}
        </>
      )}
    </Plot>
  );
}
