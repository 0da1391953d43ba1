import "server-only";
import { timingSafeEqual } from "node:crypto";
import { keyed } from "../tokens";

/** Days for which a link is good after a mail that holds it has left. */
export const linkDays = 30;

/** The secret of a task's link: the id of the task, and a keyed hash of it and of the number of the link. 64 letters, the same at every call. */
export async function linkToken(taskId: string, link: number): Promise<string> {
  return Buffer.concat([idBytes(taskId), await mac(taskId, link)]).toString("base64url");
}

/** The task a token speaks of, whether or not it is good; null for what is none. */
export function taskOf(token: string): string | null {
  if (!/^[\w-]{64}$/.test(token)) return null;
  const hex = Buffer.from(token, "base64url").subarray(0, 16).toString("hex");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

/** Is this the secret of that link? Constant time. */
export async function isLink(token: string, taskId: string, link: number): Promise<boolean> {
  const given = Buffer.from(token, "base64url").subarray(16);
  const own = await mac(taskId, link);
  return given.length === own.length && timingSafeEqual(given, own);
}

/** The last instant at which a link sent at `at` is good. */
export function goodUntil(at: Date): Date {
  return new Date(at.getTime() + linkDays * 86_400_000);
}

async function mac(taskId: string, link: number): Promise<Buffer> {
  return Buffer.from(await keyed("task.link", `${taskId}|${link}`));
}

function idBytes(id: string): Buffer {
  return Buffer.from(id.replaceAll("-", ""), "hex");
}
