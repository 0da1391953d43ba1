"use client";
import { useField } from "./form-context";

/** What a form carries along unseen: what it was drawn with, else what it was last sent with. */
export function Carried({ name, value }: { name: string; value?: string }) {
  const { values } = useField(name, null, value);
  return values.map((each) => <input key={each} type="hidden" name={name} value={each} />);
}
