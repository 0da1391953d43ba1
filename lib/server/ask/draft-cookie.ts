import "server-only";
import { cookies } from "next/headers";

/** The draft's cookie, given anew with every change. It outlives the draft by a day, so that a person who comes back later is told kindly what became of it. */
export const draftCookie = {
  name: "__Host-draft",
  options: { httpOnly: true, secure: true, sameSite: "lax" as const, path: "/", maxAge: 48 * 3600 },
};

/** Gives the browser the token of its draft. */
export async function giveDraftToken(token: string): Promise<void> {
  (await cookies()).set(draftCookie.name, token, draftCookie.options);
}

/** The draft was changed: its cookie lives as long as it does. */
export async function keepDraftToken(): Promise<void> {
  const token = await draftToken();
  if (token) await giveDraftToken(token);
}

/** The token the browser holds, or null; its form is not trusted. */
export async function draftToken(): Promise<string | null> {
  const token = (await cookies()).get(draftCookie.name)?.value;
  return token && token.length <= 100 ? token : null;
}
