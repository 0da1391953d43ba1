import "server-only";
import type { Locale } from "@/lib/i18n/locale";
import type { Right } from "@/lib/law/rights";
import type { StaffActor } from "../actor";
import { db } from "../db";

export type DepartmentView = { id: string; nameFr: string; nameEn: string; email: string; locale: Locale };
export type ItemView = { id: string; right: Right; departmentId: string; textFr: string; textEn: string; daysBefore: number };

/** The departments and the checklist, for those who keep them; null for everybody else. Two statements. */
export async function departmentSettings(actor: StaffActor): Promise<{ departments: DepartmentView[]; items: ItemView[] } | null> {
  if (!actor.permissions.has("departments.manage")) return null;
  const departments = await db().department.findMany({ where: { removedAt: null }, orderBy: [{ nameFr: "asc" }, { id: "asc" }] });
  const items = await db().checklistItem.findMany({ orderBy: { createdAt: "asc" } });
  return {
    departments: departments.map(({ id, nameFr, nameEn, email, locale }) => ({ id, nameFr, nameEn, email, locale: locale === "en" ? "en" : "fr" })),
    items: items.map(({ id, right, departmentId, textFr, textEn, daysBefore }) => ({ id, right: right as Right, departmentId, textFr, textEn, daysBefore })),
  };
}
