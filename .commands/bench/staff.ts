/** Who works in a generated office. Two of them have the password by which the bench signs in. */
import { randomUUID } from "node:crypto";
import type { Role } from "@/lib/access/permissions";
import { db } from "@/lib/server/db";
import { hashPassword } from "@/lib/server/password";
import { personOf } from "./generate/people";
import { Random } from "./generate/random";

export const password = "six moineaux sur une gouttière";
export const emails = { agent: "agent@bench.example", dpo: "dpo@bench.example" } as const;
const agents = 40;

/** The agents, the first with a password, and the DPO. */
export async function addStaff(): Promise<{ agents: string[]; dpo: string }> {
  const random = new Random(5);
  const passwordHash = await hashPassword(password);
  const member = (roles: Role[], email: string, hash: string | null) => ({ id: randomUUID(), name: personOf(random).name, email, roles, passwordHash: hash });
  const all = [member(["dpo"], emails.dpo, passwordHash), member(["agent"], emails.agent, passwordHash), ...Array.from({ length: agents - 1 }, (_, index) => member(["agent"], `agent-${index}@bench.example`, null))];
  await db().staff.createMany({ data: all });
  const [dpo, ...others] = all.map(({ id }) => id) as [string, ...string[]];
  return { dpo, agents: others };
}
