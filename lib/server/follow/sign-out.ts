import "server-only";
import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import type { Locale } from "@/lib/i18n/locale";
import { followCookie } from "../session";
import { revokeSession } from "./requester-session";

/** Closes the person's space on the server and in the browser. */
export async function signOut({ locale }: { locale: Locale }): Promise<never> {
  const jar = await cookies();
  const token = jar.get(followCookie.name)?.value;
  if (token && token.length <= 100) await revokeSession(token);
  jar.set(followCookie.name, "", { ...followCookie.options, maxAge: 0 });
  redirect(`/${locale}/follow?closed=1`);
}
