import "server-only";
import { pipeline, Readable } from "node:stream";
import { CsvError, parse } from "csv-parse";
import { fileLimits } from "@/lib/request/import/columns";
import { textOf } from "./text";
import { UnreadableFile } from "./unreadable";

/** One record of the file: its cells, and the line on which it begins. */
export type CsvRecord = { line: number; cells: string[] };

/**
 * The records of a table as it streams: UTF-8, separated by whichever of comma, semicolon and tab the first line has most of.
 * Empty lines are passed over, and counted. Bounds: `fileLimits`. @throws UnreadableFile
 */
export async function* recordsOf(source: AsyncIterable<Buffer>): AsyncGenerator<CsvRecord> {
  const text = textOf(source);
  const head = await headOf(text);
  // Counted where it is parsed: of what is read when something is wrong, the parser has told only a part.
  let line = 1;
  const starts: number[] = [];
  const counted = (cells: string[]): string[] => {
    starts.push(line);
    line += 1 + cells.reduce((sum, cell) => sum + (cell.match(/\r\n|\r|\n/g)?.length ?? 0), 0);
    return cells;
  };
  const parser = parse({ delimiter: separatorOf(head), bom: true, relax_column_count: true, record_delimiter: ["\r\n", "\n", "\r"], max_record_size: fileLimits.lineBytes, on_record: counted });
  pipeline(Readable.from(joined(head, text)), parser, () => undefined);
  let count = 0;
  try {
    for await (const cells of parser as AsyncIterable<string[]>) {
      const at = starts.shift() ?? line;
      if (cells.length > fileLimits.columns) throw new UnreadableFile("too-many-columns", at);
      if (cells.every((cell) => cell.trim() === "")) continue;
      if (count > fileLimits.lines) throw new UnreadableFile("too-many-lines");
      count += 1;
      yield { line: at, cells };
    }
  } catch (error) {
    throw error instanceof CsvError ? new UnreadableFile(error.code === "CSV_MAX_RECORD_SIZE" ? "line-too-long" : "quotes", line) : error;
  }
  if (count === 0) throw new UnreadableFile("empty");
}

/** Enough of the beginning to hold the first line. */
async function headOf(text: AsyncGenerator<string>): Promise<string> {
  let head = "";
  while (head.length < fileLimits.lineBytes && !/[\r\n]/.test(head)) {
    const next = await text.next();
    if (next.done) break;
    head += next.value;
  }
  return head;
}

async function* joined(head: string, rest: AsyncIterable<string>): AsyncGenerator<string> {
  yield head;
  yield* rest;
}

/** The separator of the first line, outside quotes. */
function separatorOf(head: string): string {
  const first = head.replace(/"(?:[^"]|"")*"/g, "").split(/[\r\n]/, 1)[0] ?? "";
  const count = (separator: string) => first.split(separator).length;
  return [",", ";", "\t"].reduce((best, each) => (count(each) > count(best) ? each : best));
}
