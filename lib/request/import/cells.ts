import { type CalendarDate, isCalendarDate } from "@/lib/law/calendar";
import { guarded } from "../register/csv";

/** What our own export writes before a cell that might begin a formula is taken away again. security.md IN6. */
export function unguarded(cell: string): string {
  return cell.startsWith("'") && guarded(cell.slice(1)) === cell ? cell.slice(1) : cell;
}

/** `2026-11-23` or `23/11/2026`, or null. */
export function dayOf(text: string): CalendarDate | null {
  const [, day, month, year] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text) ?? [];
  const iso = day && month && year ? `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}` : text;
  return isCalendarDate(iso) ? iso : null;
}

/** Several in one cell, parted by `|` or `;`. */
export function listed(text: string): string[] {
  return text.split(/[|;]/).map((part) => part.trim()).filter((part) => part !== "");
}
