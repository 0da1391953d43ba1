import "server-only";
import { cookies } from "next/headers";
import { decode, encode } from "next-auth/jwt";
import { z } from "zod";
import { env } from "../env";

/** Lax, since it must come along when the provider sends the browser back. */
const cookie = { name: "__Host-office-sign-on", options: { httpOnly: true, secure: true, sameSite: "lax" as const, path: "/", maxAge: 600 } };
const salt = "sign-on";

const schema = z.object({
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  locale: z.enum(["fr", "en"]),
  /** In milliseconds of our clock. */
  startedAt: z.number(),
  /** To prove oneself again in this session, and where to go on then. */
  sessionId: z.string().optional(),
  back: z.string().optional(),
});

/** One visit to the provider, known to this browser only, for ten minutes. */
export type Attempt = z.output<typeof schema>;

/** Seals it into this browser's cookie; one begun before is void. */
export async function holdAttempt(attempt: Attempt): Promise<void> {
  (await cookies()).set(cookie.name, await encode({ token: attempt, secret: env().nextauthSecret, maxAge: cookie.options.maxAge, salt }), cookie.options);
}

/** Takes it out of the browser: it serves once, whatever becomes of it. */
export async function takeAttempt(): Promise<Attempt | null> {
  const jar = await cookies();
  const value = jar.get(cookie.name)?.value;
  if (!value || value.length > 4096) return null;
  jar.set(cookie.name, "", { ...cookie.options, maxAge: 0 });
  const token = await decode({ token: value, secret: env().nextauthSecret, salt }).catch(() => null);
  return schema.safeParse(token).data ?? null;
}
