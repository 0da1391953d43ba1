import "server-only";
import type { SignOnRefusal } from "@/lib/access/sign-on";
import { audit } from "../audit";
import { now } from "../clock";
import { db } from "../db";
import { openDoor, type Passed } from "../sign-in";
import { accountOf } from "./account";
import type { Vouched } from "./vouched";

/**
 * Opens the door to whom the provider vouches for: a session, or our own second factor first where they have or need one and the
 * provider's does not count. Whatever is refused is on record. Two first visits at once: one makes the account, the other finds it.
 */
export async function enterFromThere(vouched: Vouched, locale: "fr" | "en", device: { words: string | null; proof: string | null }): Promise<Passed | { refused: SignOnRefusal }> {
  const enter = () => db().$transaction(async (tx) => {
    const account = await accountOf(tx, vouched, locale);
    if ("refused" in account) {
      await audit(tx, "nobody", "SignInFailed", { ...(account.staffId ? { staffId: account.staffId } : {}), changes: [`sign-on-${account.refused}`] });
      return { refused: account.refused };
    }
    const { staffId } = account;
    const provenAt = vouched.authAt && vouched.authAt > now() ? now() : vouched.authAt;
    return openDoor(tx, staffId, device, { twoFactors: vouched.twoFactors, provenAt });
  });
  return enter().catch((fault: unknown) => ((fault as { code?: string }).code === "P2002" ? enter() : Promise.reject(fault)));
}
