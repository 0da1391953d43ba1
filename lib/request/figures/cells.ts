import { type CalendarDate, daysBetween } from "@/lib/law/calendar";
import type { Tally } from "../tally";
import { type Month, monthOf } from "./period";

/** Where one request counts: in the month it came, and in the month it was answered; in all, and under all it has in common with others. */
export type CellPlace = { kind: "received" | "answered"; month: Month; by: "all" | "right" | "channel" | "locale" | "ground"; key: string; days: number };
export type Cell = CellPlace & { count: number; onTime: number; suspended: number; extended: number };

/** What of a queue row is counted. `outcomes`: of each right, in their order. */
export type Countable = Pick<Tally, "reopenedOn" | "answeredOn" | "isOnTime" | "extensionMonths" | "wasSuspended"> & { receivedOn: CalendarDate; rights: readonly string[]; outcomes: readonly string[]; channel: string; locale: string; refusalGrounds: readonly string[] };

/** The cells one request counts in. A right asked for twice counts once; one merged into another request is answered there. Taken up again, its days count anew, as its time limit does. */
export function cellsOf({ receivedOn, reopenedOn, answeredOn, isOnTime, extensionMonths, wasSuspended, rights, outcomes, channel, locale, refusalGrounds }: Countable): Cell[] {
  const keysOf = (some: readonly string[]) => [["all", ""], ...[...new Set(some)].map((right) => ["right", right]), ["channel", channel], ["locale", locale]] as ["all", string][];
  const received = { kind: "received" as const, month: monthOf(receivedOn), days: 0, count: 1, onTime: 0, suspended: 0, extended: 0 };
  const cells: Cell[] = keysOf(rights).map(([by, key]) => ({ ...received, by, key }));
  if (!answeredOn) return cells;
  const answered = { kind: "answered" as const, month: monthOf(answeredOn), days: daysBetween(reopenedOn ?? receivedOn, answeredOn), count: 1, onTime: Number(isOnTime === true), suspended: Number(wasSuspended), extended: Number(extensionMonths > 0) };
  const grounds = [...new Set(refusalGrounds)].map((ground) => ["ground", ground] as const);
  const answeredHere = rights.filter((_, index) => outcomes[index] !== "merged");
  return [...cells, ...[...keysOf(answeredHere), ...grounds].map(([by, key]) => ({ ...answered, by, key }))];
}

/** What is to be added to each cell when a request changes from what it was, or begins (`null`). Nothing for most changes. */
export function cellChanges(before: Countable | null, after: Countable): Cell[] {
  const taken = (before ? cellsOf(before) : []).map((cell) => ({ ...cell, count: 0 - cell.count, onTime: 0 - cell.onTime, suspended: 0 - cell.suspended, extended: 0 - cell.extended }));
  return sumsOf([...taken, ...cellsOf(after)]).filter(({ count, onTime, suspended, extended }) => count !== 0 || onTime !== 0 || suspended !== 0 || extended !== 0);
}

/** Each place once, with all that is told of it. */
export function sumsOf(cells: readonly Cell[]): Cell[] {
  const sums = new Map<string, Cell>();
  for (const cell of cells) {
    const { kind, month, by, key, days } = cell;
    const place = JSON.stringify([kind, month, by, key, days]);
    const sum = sums.get(place);
    sums.set(place, sum ? { ...sum, count: sum.count + cell.count, onTime: sum.onTime + cell.onTime, suspended: sum.suspended + cell.suspended, extended: sum.extended + cell.extended } : cell);
  }
  return [...sums.values()];
}
