import { redirect } from "next/navigation";
import { preferredLocale } from "@/lib/server/session";

/** `/` goes to the language the browser prefers: 307, since the preference may change. */
export default async function Root() {
  redirect(`/${await preferredLocale()}`);
}
