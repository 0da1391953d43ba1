/** Makes the first account of the office when there is none, and says how to sign in. */
import { db } from "@/lib/server/db";
import { env } from "@/lib/server/env";
import { ensureFirstAdministrator } from "@/lib/server/first-administrator";
import { reportAndExit } from "./report";

try {
  const first = await ensureFirstAdministrator();
  const office = `${env().publicUrl}/office`;
  if (first.kind === "exists") process.stdout.write(`Sign in: ${office}\n`);
  if (first.kind === "created") process.stdout.write(`Sign in: ${office} as ${first.email}, with the password in OFFICE_ADMIN_PASSWORD\n`);
  if (first.kind === "link") process.stdout.write(`Set up the first account, once: ${first.url}\n`);
  if (first.kind !== "exists") process.stdout.write("At the first sign-in you set up an authenticator app on your phone: an administrator never signs in by a password alone.\n");
  await db().$disconnect();
} catch (error) {
  reportAndExit(error);
}
