import "server-only";
import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import type { Locale } from "@/lib/i18n/locale";
import type { FormState } from "@/lib/request/form-state";
import { audit } from "../audit";
import { now } from "../clock";
import { db } from "../db";
import { taskCookie } from "../session";
import { hashToken, newToken } from "../tokens";
import { linkState } from "./link-state";

type Sent = { locale: Locale; args: readonly unknown[]; state: FormState };

/** The button behind the link of a task: opens a session of that task in this browser. What is not good any more shows its page again. */
export async function openTask({ locale, args }: Sent): Promise<never> {
  const token = typeof args[0] === "string" ? args[0] : "";
  const session = await openTaskSession(token);
  if (!session) redirect(`/${locale}/task?ended=1`);
  (await cookies()).set(taskCookie.name, session, taskCookie.options);
  redirect(`/${locale}/task`);
}

/** The secret of a new session of the task; null when the link is not good, or nothing is to be done any more. Who opened it stands on record. */
export async function openTaskSession(token: string): Promise<string | null> {
  return db().$transaction(async (tx) => {
    const found = await linkState(token, tx);
    if (!found || found.state === "ended") return null;
    const session = newToken();
    const at = now();
    await tx.taskSession.create({ data: { tokenHash: hashToken(session), taskId: found.taskId, link: found.link, createdAt: at, lastSeenAt: at } });
    await audit(tx, "nobody", "TaskOpened", { reference: found.reference, taskId: found.taskId, departmentId: found.departmentId });
    return session;
  });
}
