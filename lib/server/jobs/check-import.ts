import "server-only";
import type { ImportState } from "@/lib/request/import/import-state";
import { db } from "../db";
import { checkFile, type LineFinding } from "../import/check";
import { destroySealedFile, openSealed } from "../import/sealed-file";
import { UnreadableFile } from "../import/unreadable";
import type { Handler } from "./job";

/** Remarks kept, of what is to mend and of what is to know; the others are counted. */
const mostKept = { errors: 20_000, warnings: 5_000 };

/** What would become of a register that was uploaded. Nothing but the remarks is written; run again, it begins anew. */
export const checkImport: Handler<"check-import"> = async ({ importId }, { signal }) => {
  const row = await db().registerImport.findUnique({ where: { id: importId }, select: { state: true, source: true } });
  if (row?.state !== ("checking" satisfies ImportState)) return;
  await db().importFinding.deleteMany({ where: { importId } });
  let readBytes = 0;
  let findingCount = 0;
  const left = { ...mostKept };
  try {
    for await (const { so, findings } of checkFile(openSealed(importId, (bytes) => (readBytes = bytes)), row.source)) {
      signal?.throwIfAborted();
      const kept = findings.filter(({ isError }) => left[isError ? "errors" : "warnings"]-- > 0);
      findingCount += findings.length;
      await db().$transaction(async (tx) => {
        await tx.importFinding.createMany({ data: kept.map((finding) => rowOf(importId, finding)), skipDuplicates: true });
        await tx.registerImport.updateMany({ where: { id: importId, state: "checking" }, data: { ...so, readBytes, findingCount } });
      });
    }
    await db().registerImport.updateMany({ where: { id: importId, state: "checking" }, data: { state: "checked" satisfies ImportState } });
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    const { problem, line, column } = error;
    await db().$transaction(async (tx) => {
      await tx.registerImport.update({ where: { id: importId }, data: { problem, problemLine: line, problemColumn: column } });
      await destroySealedFile(tx, importId, { state: "unreadable" });
    });
  }
};

function rowOf(importId: string, { line, column, code, isError }: LineFinding) {
  return { importId, line, column, code, isError };
}
