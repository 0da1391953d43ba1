import { type Category, percent, Plot } from "./plot";

type Series = { name: string; values: readonly (number | null)[] };
type Props = { label: string; categories: readonly Category[]; series: readonly Series[]; words: (value: number) => string };

/** Points joined by lines: the first series with full points, the second with rings and dashes. A gap where there is no value. */
export function Points({ label, categories, series, words }: Props) {
  const highest = Math.max(0, ...series.flatMap(({ values }) => values.map((value) => value ?? 0)));
  return (
    <Plot label={label} categories={categories} most={highest} tick={words}>
      {({ x, band, y }) => {
        const middle = (index: number) => percent(x(index) + band / 2);
        return series.map(({ name, values }, nth) => (
          <g key={name} className={nth === 0 ? "plot-line-first" : "plot-line-second"}>
            {values.map((value, index) => {
              const next = values[index + 1];
              if (value === null || next === null || next === undefined) return null;
              return <line key={categories[index]?.key} x1={middle(index)} y1={y(value)} x2={middle(index + 1)} y2={y(next)} />;
            })}
            {values.map((value, index) => value !== null && (
              <circle key={categories[index]?.key} cx={middle(index)} cy={y(value)} r="4.5">
                <title>{`${categories[index]?.key}, ${name}, ${words(value)}`}</title>
              </circle>
            ))}
          </g>
        ));
      }}
    </Plot>
  );
}
