import { type Cells, type FileProblem, fileLimits, type ImportColumn, importColumns, requiredColumns } from "./columns";
import { unguarded } from "./cells";
import { plain, type Words } from "./words";

/** Where each column stands, and how many the file has that say nothing to us. */
export type Header = { places: ReadonlyMap<ImportColumn, number>; width: number; unknown: number };

/** The first line of the file, or what is wrong with it; `column`: which one. */
export function headerOf(cells: readonly string[], { column: words }: Words): Header | { problem: FileProblem; column: ImportColumn | null } {
  if (cells.length > fileLimits.columns) return { problem: "too-many-columns", column: null };
  const places = new Map<ImportColumn, number>();
  let unknown = 0;
  for (const [index, cell] of cells.entries()) {
    const column = words.get(plain(unguarded(cell)));
    if (column === undefined && cell.trim() !== "") unknown += 1;
    if (column === undefined || column === "ignored") continue;
    if (places.has(column)) return { problem: "column-twice", column };
    places.set(column, index);
  }
  if (places.size === 0) return { problem: "no-columns", column: null };
  const missing = requiredColumns.find((column) => !places.has(column));
  return missing ? { problem: "column-missing", column: missing } : { places, width: cells.length, unknown };
}

/** Does the line hold more than the first line has columns for? Then a separator stands unquoted in a cell, and what follows it would be read under the wrong name. */
export function hasTooManyCells(record: readonly string[], { width }: Header): boolean {
  return record.slice(width).some((cell) => cell.trim() !== "");
}

/** The cells of a line by their columns, without the apostrophes of our own export. */
export function cellsOf(record: readonly string[], { places }: Header): Cells {
  return Object.fromEntries(importColumns.map((column) => [column, unguarded(record[places.get(column) ?? -1] ?? "").trim()])) as Cells;
}
