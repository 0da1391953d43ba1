import "server-only";
import { timingSafeEqual } from "node:crypto";
import { cookies } from "next/headers";
import { keyed } from "../tokens";
import { codeMinutes } from "./limits";

/** Ties a code to the browser that asked for it: whoever reads the mail elsewhere cannot use it. */
export const codeCookie = {
  name: "__Host-follow-code",
  options: { httpOnly: true, secure: true, sameSite: "lax" as const, path: "/", maxAge: codeMinutes * 60 },
};

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The cookie's value: the code's id, signed, so that an id read in a log opens nothing. */
export async function codeTicket(id: string): Promise<string> {
  return `${id}.${(await mac(id)).toString("base64url")}`;
}

/** The code's id in a ticket of ours, or null. Constant time. */
async function readTicket(ticket: string | undefined): Promise<string | null> {
  const [id = "", given = ""] = (ticket ?? "").slice(0, 100).split(".");
  if (!uuid.test(id)) return null;
  const own = await mac(id);
  const other = Buffer.from(given, "base64url");
  return other.length === own.length && timingSafeEqual(other, own) ? id : null;
}

/** The id of the code this browser asked for, or null. */
export async function askedCode(): Promise<string | null> {
  return readTicket((await cookies()).get(codeCookie.name)?.value);
}

async function mac(id: string): Promise<Buffer> {
  return Buffer.from(await keyed("follow.ticket", id));
}
