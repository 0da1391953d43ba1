import "server-only";
import type { StaffActor } from "../actor";
import { audit } from "../audit";
import { db } from "../db";
import { enqueue } from "../jobs/enqueue";
import { isFresh } from "../second-factor/fresh";

/** Takes a checked register over, from now on; whoever says so is who did it. What is taken over cannot be taken back: a proof of who they are is asked for, just given. A second click changes nothing. False without the permission or the proof, or where there is nothing to begin. */
export async function beginImport(actor: StaffActor, importId: string): Promise<boolean> {
  if (!actor.permissions.has("register.import") || !isFresh(actor)) return false;
  return db().$transaction(async (tx) => {
    const begun = await tx.registerImport.updateMany({ where: { id: importId, state: "checked", ready: { gt: 0 } }, data: { state: "importing", staffId: actor.id, known: 0, changed: 0, wrong: 0 } });
    if (begun.count === 0) return false;
    const { sha256, ready } = await tx.registerImport.findUniqueOrThrow({ where: { id: importId }, select: { sha256: true, ready: true } });
    await audit(tx, actor, "RegisterImportBegun", { importId, sha256: Buffer.from(sha256).toString("hex"), count: ready });
    await enqueue(tx, "run-import", { importId }, { key: `run-import:${importId}` });
    return true;
  });
}
