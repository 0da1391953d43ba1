import "server-only";
import { randomUUID } from "node:crypto";
import { now } from "./clock";
import { db } from "./db";
import { env, EnvError } from "./env";
import { hashPassword, passwordProblem } from "./password";
import { newSetUpLink } from "./set-up";

export type FirstAdministrator = { kind: "exists" } | { kind: "created"; email: string } | { kind: "link"; url: string };

/**
 * Makes the first account when there is none that can sign in: with the address and password of the environment, else
 * with a one-time link. It is administrator and DPO at once, so that a small shop can begin.
 * @throws EnvError when the password given is too weak.
 */
export async function ensureFirstAdministrator(): Promise<FirstAdministrator> {
  const able = await db().staff.count({ where: { passwordHash: { not: null }, disabledAt: null } });
  if (able > 0) return { kind: "exists" };
  const { officeAdmin, controller } = env();
  if (officeAdmin && passwordProblem(officeAdmin.password)) {
    throw new EnvError("OFFICE_ADMIN_PASSWORD must have 12 to 128 characters and not be a common one");
  }
  const email = (officeAdmin?.email ?? controller.dpoEmail).toLowerCase();
  const passwordHash = officeAdmin ? await hashPassword(officeAdmin.password) : null;
  const staff = await db().staff.upsert({
    where: { email },
    create: { id: randomUUID(), email, name: controller.dpoName ?? email, roles: ["administrator", "dpo"], passwordHash, createdAt: now() },
    update: { roles: ["administrator", "dpo"], ...(passwordHash ? { passwordHash } : {}) },
  });
  return officeAdmin ? { kind: "created", email } : { kind: "link", url: await newSetUpLink(staff.id) };
}
