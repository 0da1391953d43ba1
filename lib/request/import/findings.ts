import type { ZodType } from "zod";
import type { CalendarDate } from "@/lib/law/calendar";
import { lengthsOf, line, optional, paragraph } from "../ask/text";
import { dayOf } from "./cells";
import type { Cells, Finding, ImportColumn, LineError, LineWarning } from "./columns";
import { plain } from "./words";

const schemas = new Map<string, ZodType<string | null>>();

/** Reads the cells of one line and gathers what is wrong with each. */
export class Findings {
  readonly all: Finding[] = [];

  constructor(readonly cells: Cells, private readonly today: CalendarDate) {}

  get hasErrors(): boolean {
    return this.all.some(({ isError }) => isError);
  }

  /** Says that the line cannot be taken over; nothing is read from the cell. */
  error(column: ImportColumn, code: LineError): null {
    this.all.push({ column, code, isError: true });
    return null;
  }

  warn(column: ImportColumn, code: LineWarning): void {
    this.all.push({ column, code, isError: false });
  }

  /** A past day, or null where there is none. */
  day(column: ImportColumn): CalendarDate | null {
    const text = this.cells[column];
    if (text === "") return null;
    const day = dayOf(text);
    if (!day) return this.error(column, "date");
    return day > this.today ? this.error(column, "date-future") : day;
  }

  /** One of some words, or null. */
  word<T>(column: ImportColumn, words: ReadonlyMap<string, T>, unknown: LineError, isRequired = false): T | null {
    const text = plain(this.cells[column]);
    if (text === "") return isRequired ? this.error(column, "required") : null;
    return words.get(text) ?? this.error(column, unknown);
  }

  /** A line of text of at most so many characters, or null. */
  line(column: ImportColumn, max: number): string | null {
    return this.by(column, schemaOf("line", max));
  }

  paragraph(column: ImportColumn, max: number): string | null {
    return this.by(column, schemaOf("paragraph", max));
  }

  by(column: ImportColumn, schema: ZodType<string | null>): string | null {
    if (this.cells[column] === "") return null;
    const parsed = schema.safeParse(this.cells[column]);
    if (parsed.success) return parsed.data;
    const code = parsed.error.issues[0]?.message ?? "required";
    return this.error(column, lengthsOf(code) ? "too-long" : (code as LineError));
  }
}

function schemaOf(kind: "line" | "paragraph", max: number): ZodType<string | null> {
  const key = `${kind} ${max}`;
  const schema = schemas.get(key) ?? optional(kind === "line" ? line(max) : paragraph(max));
  schemas.set(key, schema);
  return schema;
}
