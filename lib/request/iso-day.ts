/** A day as ISO writes it, where it was typed: browsers without a date control send "15/09/2026", "15.9.2026", "15 9 2026". What is none stays as it was. */
export function isoDay(typed: string): string {
  const text = typed.trim();
  const [, day, month, year] = /^(\d{1,2})[/. -](\d{1,2})[/. -](\d{4})$/.exec(text) ?? [];
  return day && month && year ? `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}` : text;
}
