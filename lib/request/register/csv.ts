/** A line of RFC 4180: cells parted by commas, ended by CR LF; quoted where they hold a comma, a quote or a line end. */
export function csvLine(cells: readonly string[]): string {
  return `${cells.map(csvCell).join(",")}\r\n`;
}

/** What a spreadsheet may take for the beginning of a formula: also behind spaces, quotes or marks nobody sees, and in full width. */
const beginning = /^[\s\p{Cf}"'`´‘’“”«»]*(.)/u;
const formula = new Set(["=", "+", "-", "@", "−", "|", "%"]);

/** The text itself, or with an apostrophe before it, which makes a spreadsheet show it as text. security.md IN6. */
export function guarded(text: string): string {
  const first = beginning.exec(text)?.[1]?.normalize("NFKC") ?? "";
  return formula.has(first) || /^[\t\r\n]/.test(text) ? `'${text}` : text;
}

/** A cell of a table: guarded, and quoted where it must be. */
export function csvCell(text: string): string {
  const safe = guarded(text);
  return /[",\r\n\t;]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
