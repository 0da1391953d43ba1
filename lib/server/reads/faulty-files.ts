import "server-only";
import type { StaffActor } from "../actor";
import { casesOf } from "../reach";
import { db } from "../db";

const shown = 20;

/** The cases with a file that is damaged or missing (file-fault.ts), twenty at most: staff are told before they look for it. */
export async function casesWithFaultyFiles(actor: StaffActor): Promise<string[]> {
  if (!actor.permissions.has("case.read")) return [];
  const found = await db().file.findMany({ where: { fault: { not: null }, reference: { not: null }, request: { is: casesOf(actor) } }, distinct: ["reference"], orderBy: { reference: "asc" }, take: shown, select: { reference: true } });
  return found.flatMap(({ reference }) => reference ?? []);
}
