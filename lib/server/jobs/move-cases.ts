import "server-only";
import { moveCase } from "@/lib/request/handle/move-case";
import { systemActor } from "../actor";
import { db } from "../db";
import { perform } from "../perform";
import type { Handler } from "./job";

/**
 * The open cases of somebody who changed teams go with them, to the team they are in by now; what they had answered stays with
 * the team of then. Run twice, the second finds nothing.
 */
export const moveCases: Handler<"move-cases"> = async ({ staffId }) => {
  const staff = await db().staff.findUnique({ where: { id: staffId }, select: { teamId: true } });
  if (!staff) return;
  const elsewhere = staff.teamId === null ? { not: null } : { not: staff.teamId };
  const theirs = await db().subjectRequest.findMany({ where: { assigneeId: staffId, isOnDesk: true, OR: [{ teamId: elsewhere }, ...(staff.teamId === null ? [] : [{ teamId: null }])] }, select: { reference: true }, orderBy: { reference: "asc" } });
  for (const { reference } of theirs) await perform(systemActor(), moveCase, { staffId }, { reference });
};
