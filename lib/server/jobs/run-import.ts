import "server-only";
import type { ImportState } from "@/lib/request/import/import-state";
import { systemActor } from "../actor";
import { audit } from "../audit";
import { now } from "../clock";
import { db, type Tx } from "../db";
import { type Judged, judgedBatches } from "../import/judge";
import { destroySealedFile, openSealed } from "../import/sealed-file";
import { batchLimits, takeOver, waitForTurn } from "../import/take-over";
import { log } from "../log";
import type { Handler } from "./job";

/** Takes a register over, a batch a transaction; stopped or killed, it goes on after the last one. Two at once write each batch once. */
export const runImport: Handler<"run-import"> = async ({ importId }, { signal }) => {
  const row = await db().registerImport.findUnique({ where: { id: importId } });
  if (row?.state !== ("importing" satisfies ImportState)) return;
  let until = 0;
  for await (const { lines } of judgedBatches(openSealed(importId), row.source)) {
    const from = until;
    until += lines.length;
    if (until <= row.doneLines || lines.length === 0) continue;
    signal?.throwIfAborted();
    await db().$transaction((tx) => takeBatch(tx, importId, { from, lines }), batchLimits);
  }
  await db().$transaction((tx) => end(tx, importId), batchLimits);
};

type Piece = { from: number; lines: readonly Judged[] };

async function takeBatch(tx: Tx, importId: string, { from, lines }: Piece): Promise<void> {
  await waitForTurn(tx);
  const [row] = await tx.$queryRaw<{ doneLines: number; state: string; staffId: string }[]>`select "doneLines", state, "staffId"::text from "RegisterImport" where id = ${importId}::uuid for update`;
  // Somebody else wrote it meanwhile.
  if (!row || row.state !== "importing" || row.doneLines >= from + lines.length) return;
  if (row.doneLines !== from) throw new Error("import-out-of-step");
  const counts = await takeOver(tx, lines, { actor: `staff:${row.staffId}`, staffId: row.staffId });
  await tx.registerImport.update({
    where: { id: importId },
    data: { doneLines: from + lines.length, imported: { increment: counts.new }, known: { increment: counts.known }, changed: { increment: counts.changed }, wrong: { increment: counts.wrong } },
  });
}

async function end(tx: Tx, importId: string): Promise<void> {
  const ended = await tx.registerImport.updateMany({ where: { id: importId, state: "importing" }, data: { endedAt: now() } });
  if (ended.count === 0) return;
  await destroySealedFile(tx, importId, { state: "done" });
  const { imported, known, changed, wrong } = await tx.registerImport.findUniqueOrThrow({ where: { id: importId } });
  await audit(tx, systemActor(), "RegisterImportEnded", { importId, count: imported, known, changed, wrong });
  log.info({ code: "register_imported", count: imported });
}
