import "server-only";
import { importWords } from "@/lib/i18n/import-words";
import { rolesWith } from "@/lib/access/permissions";
import type { Finding, ImportColumn } from "@/lib/request/import/columns";
import { cellsOf, hasTooManyCells, type Header, headerOf } from "@/lib/request/import/header";
import { readLine, type ToldRequest } from "@/lib/request/import/read-line";
import { plain } from "@/lib/request/import/words";
import { now } from "../clock";
import { civilDay } from "../clock-facts";
import { db } from "../db";
import { keyed } from "../tokens";
import { hashingKey, keyedHash } from "../vault/keys";
import { type CsvRecord, recordsOf } from "./records";
import { UnreadableFile } from "./unreadable";

/** A line as it was understood. `told` null: something is wrong with it. `key`: by which it is known again, `content`: what it says; keyed hashes. */
export type Judged = { line: number; told: ToldRequest | null; findings: Finding[]; assigneeId: string | null; key: string; content: string };
export type Batch = { header: Header; lines: Judged[] };

/** Lines a transaction writes: the chain's lock is held for as long as so many events take. */
export const batchSize = 250;

/** The file, line by line, in batches: always the same ones of the same file. @throws UnreadableFile */
export async function* judgedBatches(source: AsyncIterable<Buffer>, sourceName: string): AsyncGenerator<Batch> {
  let judge: ((record: CsvRecord) => Judged) | undefined;
  let header: Header | undefined;
  let lines: Judged[] = [];
  for await (const record of recordsOf(source)) {
    if (!judge || !header) {
      header = requiredHeader(record);
      judge = await judgeOf(header, sourceName);
      continue;
    }
    lines.push(judge(record));
    if (lines.length < batchSize) continue;
    yield { header, lines };
    lines = [];
  }
  if (header) yield { header, lines };
}

function requiredHeader({ cells }: CsvRecord): Header {
  const found = headerOf(cells, importWords);
  if ("problem" in found) throw new UnreadableFile(found.problem, 1, found.column);
  return found;
}

/** Knows who handles requests here, and which ids the lines before had. */
async function judgeOf(header: Header, sourceName: string): Promise<(record: CsvRecord) => Judged> {
  const today = civilDay(now());
  const key = hashingKey(Buffer.from(await keyed("import.line", plain(sourceName))));
  const staff = await handlers();
  const seen = new Set<string>();
  return ({ line, cells: record }) => {
    const cells = cellsOf(record, header);
    // Where cells have moved, remarks about each would mislead.
    const { request, findings } = hasTooManyCells(record, header) ? tooManyCells() : readLine(cells, importWords, today);
    const id = keyedHash(key, `id ${cells.id}`);
    const wrong = (column: ImportColumn) => findings.push({ column, code: "twice-in-file", isError: true });
    if (cells.id !== "" && seen.has(id)) wrong("id");
    seen.add(id);
    const assigneeId = request?.handler ? (staff.get(request.handler.toLowerCase()) ?? null) : null;
    if (request?.handler && !assigneeId) findings.push({ column: "handler", code: "unknown-handler", isError: false });
    const told = findings.some(({ isError }) => isError) ? null : request;
    return { line, told, findings, assigneeId, key: id, content: keyedHash(key, JSON.stringify(cells)) };
  };
}

/** Told of the line as a whole, under the column that names it. */
function tooManyCells(): ReturnType<typeof readLine> {
  return { request: null, findings: [{ column: "id", code: "too-many-cells", isError: true }] };
}

/** By address or id: those who may handle cases. */
async function handlers(): Promise<Map<string, string>> {
  const staff = await db().staff.findMany({ where: { disabledAt: null, roles: { hasSome: rolesWith("case.handle") } }, select: { id: true, email: true } });
  return new Map(staff.flatMap(({ id, email }) => [[id, id], [email.toLowerCase(), id]]));
}
