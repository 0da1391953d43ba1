import "server-only";
import { redirect } from "next/navigation";
import { isLocale } from "@/lib/i18n/locale";
import { knowDevice } from "../door";
import { typedOf } from "../form";
import { requireAnyStaff, signOutStaff } from "../session";
import { setLocale } from "../staff";
import { endOtherSessions, endOwnSession } from "../own-sessions";
import { endAllSessions } from "../staff-session";

/** Ends this session. */
export async function signOutForm(): Promise<void> {
  await signOutStaff();
  redirect("/office/sign-in?done=out");
}

/** Ends every session of one's own, this one included. */
export async function signOutEverywhereForm(): Promise<void> {
  await endAllSessions(await requireAnyStaff());
  await signOutStaff();
  redirect("/office/sign-in?done=out");
}

/** Ends one of one's own sessions, wherever it is. */
export async function endSessionForm(sessionId: unknown): Promise<void> {
  const actor = await requireAnyStaff();
  if (typeof sessionId === "string") await endOwnSession(actor, sessionId);
  redirect("/office/account?done=session");
}

/** Ends all of them but this one. */
export async function endOthersForm(): Promise<void> {
  await knowDevice(await endOtherSessions(await requireAnyStaff()));
  redirect("/office/account?done=sessions");
}

/** Changes the language of one's own office. */
export async function languageForm(form: FormData): Promise<void> {
  const actor = await requireAnyStaff();
  const { locale } = typedOf(form);
  if (typeof locale === "string" && isLocale(locale)) await setLocale(actor, locale);
  redirect("/office/account?done=language");
}
