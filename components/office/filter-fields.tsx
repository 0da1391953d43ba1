"use client";

export type FilterOption = { value: string; label: string };

/** One filter of the queue. Drawn from plain names and values: as elements of the page itself, a hundred choices would be sent twice. */
export function Filter({ name, label, options, value }: { name: string; label: string; options: readonly FilterOption[]; value: string }) {
  return (
    <div className="filter">
      <label htmlFor={name}>{label}</label>
      <select id={name} name={name} className="input" defaultValue={value}>
        {options.map((option) => <option key={option.value} value={option.value}>{option.label}</option>)}
      </select>
    </div>
  );
}
