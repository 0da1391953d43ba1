import "server-only";
import type { FileProblem, ImportColumn, LineError, LineWarning } from "@/lib/request/import/columns";
import type { ImportState } from "@/lib/request/import/import-state";
import type { StaffActor } from "../actor";
import { db } from "../db";

const shown = { id: true, source: true, state: true, createdAt: true } as const;
export type ImportItem = { id: string; source: string; state: ImportState; createdAt: string };
export type ImportFindingRow = { line: number; column: ImportColumn; code: LineError | LineWarning; isError: boolean };
export type ImportView = ImportItem & {
  problem: { code: FileProblem; line: number; column: string | null } | null;
  /** From 0 to 100. */
  percent: number;
  doneLines: number;
  lines: number;
  ready: number;
  imported: number;
  known: number;
  changed: number;
  wrong: number;
  warned: number;
  unknownColumns: number;
  findings: ImportFindingRow[];
  findingCount: number;
};

/** Remarks a page shows. */
const firstFindings = 50;
const recentImports = 10;

/** The registers taken over last; null for whoever may not. */
export async function registerImports(actor: StaffActor): Promise<ImportItem[] | null> {
  if (!actor.permissions.has("register.import")) return null;
  const rows = await db().registerImport.findMany({ orderBy: [{ createdAt: "desc" }, { id: "desc" }], take: recentImports, select: shown });
  return rows.map((row) => ({ ...row, state: row.state as ImportState, createdAt: row.createdAt.toISOString() }));
}

/** One of them with the first remarks, what is to mend before the rest; null where there is none, or not theirs to see. */
export async function registerImport(actor: StaffActor, id: string): Promise<ImportView | null> {
  if (!actor.permissions.has("register.import") || !isId(id)) return null;
  const row = await db().registerImport.findUnique({ where: { id }, include: { findings: { orderBy: [{ isError: "desc" }, { line: "asc" }, { column: "asc" }, { code: "asc" }], take: firstFindings } } });
  if (!row) return null;
  const { problem, problemLine, problemColumn, readBytes, bytes, ...of } = row;
  const part = row.state === "importing" ? row.doneLines / Math.max(1, row.lines) : readBytes / Math.max(1, bytes);
  return {
    id: of.id, source: of.source, state: of.state as ImportState, createdAt: of.createdAt.toISOString(),
    problem: problem === null ? null : { code: problem as FileProblem, line: problemLine, column: problemColumn },
    percent: Math.min(100, Math.floor(part * 100)),
    doneLines: of.doneLines, lines: of.lines, ready: of.ready, imported: of.imported, known: of.known, changed: of.changed, wrong: of.wrong, warned: of.warned, unknownColumns: of.unknownColumns,
    findings: of.findings.map(({ line, column, code, isError }) => ({ line, column: column as ImportColumn, code: code as LineError | LineWarning, isError })),
    findingCount: of.findingCount,
  };
}

/** A UUID as we make them. */
export function isId(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);
}
