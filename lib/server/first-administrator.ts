import "server-only";
import { randomUUID } from "node:crypto";
import { now } from "./clock";
import { db } from "./db";
import { forgottenDevices } from "./device";
import { env, EnvError } from "./env";
import { hashPassword, passwordProblem } from "./password";
import { newSetUpLink } from "./set-up";

export type FirstAdministrator = { kind: "exists" } | { kind: "created"; email: string } | { kind: "link"; url: string };

/**
 * Makes the first account when no administrator can sign in: with the address and password of the environment, else
 * with a one-time link. It is administrator and DPO at once, so that a small shop can begin. Under single sign-on it must be the
 * environment's own: the way in when the provider is away, or takes the last administrator away.
 * @throws EnvError when the password given is too weak.
 */
export async function ensureFirstAdministrator(): Promise<FirstAdministrator> {
  const { officeAdmin, controller } = env();
  if ((await db().staff.count({ where: administrators() })) > 0) return { kind: "exists" };
  if (officeAdmin && passwordProblem(officeAdmin.password)) {
    throw new EnvError("OFFICE_ADMIN_PASSWORD must have 12 to 128 characters and not be a common one");
  }
  const email = (officeAdmin?.email ?? controller.dpoEmail).toLowerCase();
  const passwordHash = officeAdmin ? await hashPassword(officeAdmin.password) : null;
  const staff = await db().staff.upsert({
    where: { email },
    create: { id: randomUUID(), email, name: controller.dpoName ?? email, roles: ["administrator", "dpo"], passwordHash, createdAt: now() },
    update: { roles: ["administrator", "dpo"], disabledAt: null, issuer: null, subject: null, sessionVersion: { increment: 1 }, ...(passwordHash ? { passwordHash, ...forgottenDevices } : {}) },
  });
  return officeAdmin ? { kind: "created", email } : { kind: "link", url: await newSetUpLink(staff.id) };
}

/**
 * The administrators who can sign in: not disabled, and with a password chosen or a company account. Whoever was only invited is
 * none yet. Under single sign-on with an account of the environment it is that one.
 */
export function administrators() {
  const { oidc, officeAdmin } = env();
  const byPassword = { passwordHash: { not: null }, ...(oidc ? { OR: [{ issuer: null }, { issuer: { not: oidc.issuer } }] } : {}) };
  const way = oidc && officeAdmin ? { ...byPassword, email: officeAdmin.email.toLowerCase() } : oidc ? { OR: [byPassword, { issuer: oidc.issuer }] } : byPassword;
  return { ...way, roles: { has: "administrator" }, disabledAt: null };
}
