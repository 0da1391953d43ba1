/** Columns of a register to be taken over, in the order of the example. Other systems' own words for them: `words.ts`. */
export const importColumns = [
  "id", "receivedOn", "channel", "rights", "state", "answeredOn", "outcomes", "refusalGrounds", "extendedOn", "extensionMonths",
  "identityAskedOn", "identityReceivedOn", "name", "email", "postalAddress", "customerNumber", "onBehalfOf", "deceasedName", "language", "details", "handler", "note",
] as const;
export type ImportColumn = (typeof importColumns)[number];

/** Without these nothing can be said of a request. */
export const requiredColumns = ["id", "receivedOn", "channel", "rights", "state"] as const satisfies readonly ImportColumn[];

/** Columns of our own register that our clock works out anew: read over in silence. */
export const workedOutColumns = ["dueOn", "wasSuspended", "days", "isOnTime", "assigneeName"] as const;

/** The text of each cell by its column; a column the file has not is empty. */
export type Cells = Readonly<Record<ImportColumn, string>>;

/** Why a line cannot be taken over. The first are told of any cell, the others of what the cells say together. */
export const lineErrors = [
  "required", "too-long", "one-line", "characters", "email", "date", "date-future", "date-old",
  "unknown-channel", "unknown-right", "unknown-state", "unknown-outcome", "unknown-ground", "unknown-language", "unknown-months",
  "too-many-cells", "stands-alone", "merged-elsewhere", "twice-in-file",
  "answered-before-received", "answer-date-missing", "answer-date-open", "outcome-missing", "outcome-without-right",
  "extended-before-received", "asked-before-received", "proof-before-asked", "proof-without-asking",
] as const;

/** What is taken over all the same, and worth a look before. */
export const lineWarnings = [
  "changed-since", "unknown-handler", "nobody-to-write-to", "kind-of-objection", "ground-missing", "ground-not-of-right", "outcome-not-open",
  "extension-day-missing", "extension-months-missing", "extension-too-late", "identity-asked-too-late", "after-closing", "past-retention",
] as const;
export type LineError = (typeof lineErrors)[number];
export type LineWarning = (typeof lineWarnings)[number];

/** What is to be said of a cell, without what stands in it. */
export type Finding = { column: ImportColumn } & ({ code: LineError; isError: true } | { code: LineWarning; isError: false });

/** What makes the whole file unreadable. */
export const fileProblems = ["empty", "too-large", "too-many-lines", "too-many-columns", "line-too-long", "not-utf8", "not-text", "quotes", "no-columns", "column-twice", "column-missing"] as const;
export type FileProblem = (typeof fileProblems)[number];

/** Bounds of a file: bytes, lines, cells of a line, bytes of a line. */
export const fileLimits = { bytes: 100 * 1024 * 1024, lines: 500_000, columns: 100, lineBytes: 64 * 1024 } as const;
