"use client";
import { type Packed, unpack } from "@/components/ui/packed";

export type FilterOption = { value: string; label: string };
export type FilterField = { name: string; label: string; options: readonly FilterOption[]; value: string };

/** The filters of the queue, each a choice of one. Drawn from plain names and values: as elements of the page itself, a hundred choices would be sent twice. */
export function FilterFields({ fields }: { fields: Packed<readonly FilterField[]> }) {
  return unpack(fields).map(({ name, label, options, value }) => (
    <div key={name} className="filter">
      <label htmlFor={name}>{label}</label>
      <select id={name} name={name} className="input" defaultValue={value}>
        {options.map((option) => <option key={option.value} value={option.value}>{option.label}</option>)}
      </select>
    </div>
  ));
}
