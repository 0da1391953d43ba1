import "server-only";
import type { NextAuthOptions } from "next-auth";
import CredentialsProvider from "next-auth/providers/credentials";
import { env } from "./env";
import { markSlowed } from "./reached";
import { checkCredentials, passDoor } from "./sign-in";
import { endSession, isLive, sessionCookie, sessionLimits } from "./staff-session";

/**
 * next-auth, with e-mail and password: for those who need no second factor and have none. It opens nothing to others, who go
 * through our own form (`sign-in.ts`) to the code; to them it answers as to a wrong password. security.md AU1. Its token carries ids only; every use is checked against the session's row, so that
 * an ended session, a changed role or a disabled account counts from the next request on. security.md AU7.
 */
export function authOptions(): NextAuthOptions {
  process.env.NEXTAUTH_URL = env().publicUrl; // it asks the environment, not its options
  return {
    secret: env().nextauthSecret,
    session: { strategy: "jwt", maxAge: sessionLimits.absoluteMs / 1000 },
    pages: { signIn: "/office/sign-in", error: "/office/sign-in" },
    cookies: {
      sessionToken: sessionCookie,
      csrfToken: { name: "__Host-office-csrf", options: sessionCookie.options },
      callbackUrl: { name: "__Host-office-callback", options: sessionCookie.options },
    },
    debug: false,
    providers: [
      CredentialsProvider({
        credentials: { email: { type: "email" }, password: { type: "password" } },
        authorize: async (given) => {
          const checked = await checkCredentials(given?.email ?? "", given?.password ?? "", null);
          if ("error" in checked && checked.error === "slow-down") markSlowed(checked.retryAfterSeconds);
          const passed = "staffId" in checked ? await passDoor(checked, { words: null, proof: null }) : null;
          return passed && "sid" in passed ? { id: passed.staffId, sid: passed.sid } : null;
        },
      }),
    ],
    callbacks: {
      jwt: async ({ token, user }) => {
        if (user) return { sub: user.id, sid: "sid" in user ? user.sid : null };
        if (!(await isLive(token))) throw new Error("session ended");
        return token;
      },
      redirect: ({ url }) => ownAddress(url),
      session: ({ session }) => ({ expires: session.expires }),
    },
    events: { signOut: ({ token }) => endSession(String(token.sid)) },
    logger: { error: () => {}, warn: () => {}, debug: () => {} },
  };
}

/** Where next-auth may send a browser: an address of ours, or the office. security.md AU11. */
function ownAddress(url: string): string {
  const { publicUrl } = env();
  const asked = URL.parse(url, publicUrl);
  return asked?.origin === publicUrl ? `${publicUrl}${asked.pathname}${asked.search}` : `${publicUrl}/office`;
}
