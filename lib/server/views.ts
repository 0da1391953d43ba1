import "server-only";
import { randomUUID } from "node:crypto";
import type { RefusalCode } from "@/lib/request/refusal";
import type { StaffActor } from "./actor";
import { now } from "./clock";
import { db } from "./db";

/** As many as one person may keep. */
const mostViews = 30;

/** Keeps a filter of the queue under a name; the same name again keeps the new filter. Refusals: `no-permission`, `too-many-views`. */
export async function saveView(actor: StaffActor, view: { name: string; query: string; isShared: boolean }): Promise<{ ok: true } | { refused: RefusalCode }> {
  if (!actor.permissions.has("case.read")) return { refused: "no-permission" };
  const { name, ...kept } = view;
  return db().$transaction(async (tx) => {
    await tx.$queryRaw`select 1 from "Staff" where id = ${actor.id}::uuid for no key update`;
    const where = { staffId_name: { staffId: actor.id, name } };
    const isNew = (await tx.queueView.findUnique({ where })) === null;
    if (isNew && (await tx.queueView.count({ where: { staffId: actor.id } })) >= mostViews) return { refused: "too-many-views" as const };
    await tx.queueView.upsert({ where, update: kept, create: { id: randomUUID(), staffId: actor.id, name, ...kept, createdAt: now() } });
    return { ok: true as const };
  });
}

/** Forgets a view of one's own; another's stays, as if there were none. */
export async function removeView(actor: StaffActor, id: string): Promise<void> {
  await db().queueView.deleteMany({ where: { id, staffId: actor.id } });
}
