import "server-only";
import { cookies } from "next/headers";

/** The draft's cookie. It outlives the draft by a day, so that a person who comes back later is told kindly what became of it. */
export const draftCookie = {
  name: "__Host-draft",
  options: { httpOnly: true, secure: true, sameSite: "lax" as const, path: "/", maxAge: 48 * 3600 },
};

/** The token the browser holds, or null; its form is not trusted. */
export async function draftToken(): Promise<string | null> {
  const token = (await cookies()).get(draftCookie.name)?.value;
  return token && token.length <= 100 ? token : null;
}
