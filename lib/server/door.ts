import "server-only";
import { cookies, headers } from "next/headers";
import { cache } from "react";
import { deviceCookie, deviceWords } from "./device";
import { markReached } from "./reached";
import { type Half, halfOf } from "./second-factor/half-session";
import { sessionCookie, sessionToken, type Started } from "./staff-session";

/** Between password and code. It opens no page of the office. Lax: whoever comes from the company's own sign-in brings it along; forms are kept by the check of Origin. */
const halfCookie = { name: "__Host-office-code", options: { httpOnly: true, secure: true, sameSite: "lax" as const, path: "/", maxAge: 600 } };

/** Who gave their password in this browser and is asked for a code, or null. */
export const currentHalf = cache(async (): Promise<Half | null> => {
  markReached();
  return halfOf((await cookies()).get(halfCookie.name)?.value);
});

/** What the browser says of itself, in two words, and the device it was known as. */
export async function thisDevice(): Promise<{ words: string | null; proof: string | null }> {
  return { words: deviceWords((await headers()).get("user-agent")), proof: (await cookies()).get(deviceCookie.name)?.value ?? null };
}

/** Lets this browser go on to the code. */
export async function holdHalf(token: string): Promise<void> {
  (await cookies()).set(halfCookie.name, token, halfCookie.options);
}

/** Lets this browser in, and knows it the next time. */
export async function letIn(started: Started): Promise<void> {
  const jar = await cookies();
  jar.set(sessionCookie.name, await sessionToken(started), sessionCookie.options);
  await knowDevice(started.deviceProof);
  if (jar.has(halfCookie.name)) jar.set(halfCookie.name, "", { ...halfCookie.options, maxAge: 0 });
}

/** Knows this browser the next time somebody signs in with it. */
export async function knowDevice(proof: string): Promise<void> {
  (await cookies()).set(deviceCookie.name, proof, deviceCookie.options);
}
