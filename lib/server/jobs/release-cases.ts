import "server-only";
import { permissionsOf } from "@/lib/access/permissions";
import { releaseCase } from "@/lib/request/handle/release-case";
import { systemActor } from "../actor";
import { db } from "../db";
import { perform } from "../perform";
import type { Handler } from "./job";

/** The open cases of somebody whose account was disabled, or who may handle cases no more, go back to the queue; none if they may again by now. Run twice, the second finds nothing. */
export const releaseCases: Handler<"release-cases"> = async ({ staffId }) => {
  const staff = await db().staff.findUnique({ where: { id: staffId }, select: { disabledAt: true, roles: true } });
  if (!staff || (!staff.disabledAt && permissionsOf(staff.roles).has("case.handle"))) return;
  const theirs = await db().subjectRequest.findMany({ where: { assigneeId: staffId, isOnDesk: true }, select: { reference: true }, orderBy: { reference: "asc" } });
  for (const { reference } of theirs) await perform(systemActor(), releaseCase, { staffId }, { reference });
};
