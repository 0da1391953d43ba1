import "server-only";
import { now } from "../clock";
import { db, type Tx } from "../db";
import { isLink, taskOf } from "./link";

export type GoodLink = { taskId: string; reference: string; departmentId: string; link: number; state: "open" | "answered" | "ended"; dueOn: Date };

/** What the link of a token leads to; null when it is unknown, void, expired or another's: they cannot be told apart. Looking spends nothing. `ended`: nothing is to be done any more. */
export async function linkState(token: string, tx: Tx = db()): Promise<GoodLink | null> {
  const id = taskOf(token);
  const row = id === null ? null : await tx.departmentTask.findUnique({ where: { id } });
  if (!row || !(await isLink(token, row.id, row.link)) || row.linkUntil < now()) return null;
  const state = row.state === "open" || row.state === "answered" ? row.state : "ended";
  return { taskId: row.id, reference: row.reference, departmentId: row.departmentId, link: row.link, state, dueOn: row.dueOn };
}
