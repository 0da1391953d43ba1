import "server-only";
import { messages } from "@/lib/i18n/messages";
import { exampleLines } from "@/lib/i18n/import-example";
import type { LineError, LineWarning } from "@/lib/request/import/columns";
import { csvLine } from "@/lib/request/register/csv";
import type { StaffActor } from "../actor";
import { db } from "../db";
import { nothingThere } from "../files/answer";
import { mayFetch } from "../files/fetch-site";
import { currentStaff } from "../session";
import { isId } from "./register-imports";

/** An example of a register to take over, in the reader's language. 404 for whoever may not. */
export async function exampleDownload(request: Request): Promise<Response> {
  const actor = await readerOf(request);
  return actor instanceof Response ? actor : download("register-example.csv", exampleLines(actor.locale).map(csvLine).join(""));
}

/** All that was remarked about a register, as a table: line, column and sentence, nothing of what stands in the cells. 404 for whoever may not. */
export async function findingsDownload(request: Request, id: string): Promise<Response> {
  const actor = await readerOf(request);
  if (actor instanceof Response) return actor;
  if (!isId(id) || !(await db().registerImport.findUnique({ where: { id }, select: { id: true } }))) return nothingThere();
  const { findings: text, error, warning } = messages(actor.locale).registerImport;
  const rows = await db().importFinding.findMany({ where: { importId: id }, orderBy: [{ line: "asc" }, { column: "asc" }, { code: "asc" }] });
  const lines = rows.map(({ line, column, code, isError }) => [String(line), column, isError ? text.isError : text.isWarning, isError ? error[code as LineError] : warning[code as LineWarning]]);
  return download("register-remarks.csv", [[text.line, text.column, text.kind, text.what], ...lines].map(csvLine).join(""));
}

async function readerOf(request: Request): Promise<StaffActor | Response> {
  if (!mayFetch(request.headers)) return new Response(null, { status: 403 });
  const actor = await currentStaff();
  return actor?.permissions.has("register.import") ? actor : nothingThere();
}

/** With a byte order mark: without it spreadsheets read accents wrongly. */
function download(name: string, text: string): Response {
  const headers = { "Content-Type": "text/csv; charset=utf-8; header=present", "Content-Disposition": `attachment; filename="${name}"`, "Cache-Control": "private, no-store", "Content-Security-Policy": "sandbox; default-src 'none'; frame-ancestors 'none'" };
  return new Response(`\uFEFF${text}`, { headers });
}
