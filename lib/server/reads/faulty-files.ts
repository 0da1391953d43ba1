import "server-only";
import type { StaffActor } from "../actor";
import { db } from "../db";

const shown = 20;

/** The cases with a file that is damaged or missing (file-fault.ts), twenty at most: staff are told before they look for it. */
export async function casesWithFaultyFiles(actor: StaffActor): Promise<string[]> {
  if (!actor.permissions.has("case.read")) return [];
  const found = await db().$queryRaw<{ reference: string }[]>`select distinct reference from "File" where fault is not null and reference is not null order by reference limit ${shown}`;
  return found.map(({ reference }) => reference);
}
