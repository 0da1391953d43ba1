import "server-only";
import { systemActor } from "../actor";
import { audit } from "../audit";
import { db } from "../db";
import { noticeTo } from "../security-notice";
import { removeApp } from "./app";

/** The address is of nobody here, or they have no second factor. */
export class OperatorError extends Error {}

/**
 * Takes away the second factor of somebody by their address, for who runs the portal: the way out when the only administrator
 * has lost phone and recovery codes. Their sessions end, they are told, and it is on record. @throws OperatorError
 */
export async function resetFactorByOperator(email: string): Promise<void> {
  const staff = await db().staff.findUnique({ where: { email: email.trim().toLowerCase() }, select: { id: true } });
  if (!staff) throw new OperatorError("Nobody of the staff has this address.");
  await db().$transaction(async (tx) => {
    if (!(await removeApp(tx, staff.id))) throw new OperatorError("They have no second factor.");
    const eventId = await audit(tx, systemActor(), "SecondFactorReset", { staffId: staff.id });
    await noticeTo(tx, { staffId: staff.id, eventId, notice: "factor-reset" });
  });
}
