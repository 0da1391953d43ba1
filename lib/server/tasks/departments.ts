import "server-only";
import { randomUUID } from "node:crypto";
import type { Locale } from "@/lib/i18n/locale";
import type { Right } from "@/lib/law/rights";
import type { RefusalCode } from "@/lib/request/refusal";
import type { StaffActor } from "../actor";
import { audit } from "../audit";
import { now } from "../clock";
import { db, type Tx } from "../db";

export type DepartmentFields = { nameFr: string; nameEn: string; email: string; locale: Locale };
export type ItemFields = { right: Right; departmentId: string; textFr: string; textEn: string; daysBefore: number };
export type Saved = { ok: true } | { refused: RefusalCode };

/** Adds a department (`id` null) or changes one; what it was already asked goes to its address of then on. Refusals: `no-permission`, `department-unknown`. */
export function saveDepartment(actor: StaffActor, id: string | null, fields: DepartmentFields): Promise<Saved> {
  return changing(actor, async (tx) => {
    if (id === null) await tx.department.create({ data: { id: randomUUID(), ...fields, createdAt: now() } });
    else if ((await tx.department.updateMany({ where: { id, removedAt: null }, data: fields })).count === 0) return null;
    return { changes: [id === null ? "department-added" : "department-changed"], ...(id && { departmentId: id }) };
  });
}

/** Offers a department no more; its part of the checklist goes, tasks it has not answered go on. Refusals: `no-permission`, `department-unknown`. */
export function removeDepartment(actor: StaffActor, id: string): Promise<Saved> {
  return changing(actor, async (tx) => {
    if ((await tx.department.updateMany({ where: { id, removedAt: null }, data: { removedAt: now() } })).count === 0) return null;
    await tx.checklistItem.deleteMany({ where: { departmentId: id } });
    return { changes: ["department-removed"], departmentId: id };
  });
}

/** Adds an item of the checklist (`id` null) or changes one. Refusals: `no-permission`, `department-unknown`. */
export function saveItem(actor: StaffActor, id: string | null, fields: ItemFields): Promise<Saved> {
  return changing(actor, async (tx) => {
    const rows = await tx.$queryRaw<unknown[]>`select 1 from "Department" where id = ${fields.departmentId}::uuid and "removedAt" is null for share`;
    if (rows.length === 0) return null;
    if (id === null) await tx.checklistItem.create({ data: { id: randomUUID(), ...fields, createdAt: now() } });
    else if ((await tx.checklistItem.updateMany({ where: { id }, data: fields })).count === 0) return null;
    return { changes: [id === null ? "item-added" : "item-changed"], departmentId: fields.departmentId };
  });
}

/** Takes an item off the checklist; what was asked by it stays asked. Refusals: `no-permission`, `department-unknown`. */
export function removeItem(actor: StaffActor, id: string): Promise<Saved> {
  return changing(actor, async (tx) => ((await tx.checklistItem.deleteMany({ where: { id } })).count === 0 ? null : { changes: ["item-removed"] }));
}

/** A change and its record, both or neither; null: there is nothing of that id. */
async function changing(actor: StaffActor, change: (tx: Tx) => Promise<Parameters<typeof audit>[3] | null>): Promise<Saved> {
  if (!actor.permissions.has("departments.manage")) return { refused: "no-permission" };
  return db().$transaction(async (tx) => {
    const changed = await change(tx);
    if (!changed) return { refused: "department-unknown" as const };
    await audit(tx, actor, "DepartmentsChanged", changed);
    return { ok: true as const };
  });
}
