import "server-only";
import type { StaffActor } from "../actor";
import { db } from "../db";

export type View = { id: string; name: string; query: string; isShared: boolean; isMine: boolean; by: string };

/** One's own views and those colleagues share, by name. */
export async function views(actor: StaffActor): Promise<View[]> {
  if (!actor.permissions.has("case.read")) return [];
  const found = await db().queueView.findMany({ where: { OR: [{ staffId: actor.id }, { isShared: true }] }, include: { staff: { select: { name: true } } }, orderBy: { createdAt: "desc" }, take: 100 });
  const inOrder = new Intl.Collator(actor.locale).compare;
  return found.sort((one, other) => inOrder(one.name, other.name)).map(({ id, name, query, isShared, staffId, staff }) => ({ id, name, query, isShared, isMine: staffId === actor.id, by: staff.name }));
}
