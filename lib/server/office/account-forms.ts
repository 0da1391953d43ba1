import "server-only";
import { redirect } from "next/navigation";
import { isLocale } from "@/lib/i18n/locale";
import { typedOf } from "../form";
import { requireAnyStaff, signOutStaff } from "../session";
import { setLocale } from "../staff";
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

/** Changes the language of one's own office. */
export async function languageForm(form: FormData): Promise<void> {
  const actor = await requireAnyStaff();
  const { locale } = typedOf(form);
  if (typeof locale === "string" && isLocale(locale)) await setLocale(actor, locale);
  redirect("/office/account?done=language");
}
