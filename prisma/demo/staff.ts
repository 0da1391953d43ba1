import type { Role } from "@/lib/access/permissions";
import { permissionsOf } from "@/lib/access/permissions";
import { mint, type StaffActor } from "@/lib/server/actor";
import { now } from "@/lib/server/clock";
import { db } from "@/lib/server/db";
import { hashPassword } from "@/lib/server/password";

/** One password for the whole example: it protects nothing but invented people. */
export const demoPassword = "un orage violet sur Toulouse";

type Member = { id: string; name: string; email: string; roles: Role[]; locale: "fr" | "en" };
const id = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, "0")}`;

export const members: readonly Member[] = [
  { id: id(1), name: "Claire Montagné", email: "claire@rightsdesk.example", roles: ["agent"], locale: "fr" },
  { id: id(2), name: "Tom Hargreaves", email: "tom@rightsdesk.example", roles: ["agent"], locale: "en" },
  { id: id(3), name: "Sofia Belkacem", email: "sofia@rightsdesk.example", roles: ["dpo"], locale: "fr" },
  { id: id(4), name: "Marc Albaret", email: "marc@rightsdesk.example", roles: ["administrator"], locale: "fr" },
  { id: id(5), name: "Lise Ancelin", email: "lise@rightsdesk.example", roles: ["auditor"], locale: "fr" },
];

/** Adds the members who are not there yet; `createdAt` is the day the example begins. */
export async function addMembers(which: readonly Member[], createdAt: Date): Promise<void> {
  const passwordHash = await hashPassword(demoPassword);
  for (const member of which) {
    await db().staff.upsert({ where: { id: member.id }, create: { ...member, passwordHash, createdAt }, update: {} });
  }
}

/** A member as an actor of the use cases, as their session would make them. */
export function actorOf({ id: staffId, name, email, roles, locale }: Member): StaffActor {
  return mint({ kind: "staff" as const, id: staffId, sessionId: staffId, name, email, roles, locale, teamId: null, caseScope: "all" as const, permissions: permissionsOf(roles), provenAt: now() });
}
