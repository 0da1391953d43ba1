import "server-only";
import { mostTyped } from "@/lib/request/search-words";
import type { StaffActor } from "./actor";
import { keyed } from "./tokens";
import { open, seal } from "./vault/keys";

const block = 64;
const context = "search-address";

/**
 * The address of a search. What was typed stands in it sealed under a key of this session alone: histories, logs and
 * colleagues who are given the address read nothing, and it dies with the session. Filled up, so that its length tells little.
 */
export async function searchAddress(actor: StaffActor, typed: string): Promise<string> {
  const text = Buffer.from(typed.trim().slice(0, mostTyped), "utf8");
  const filled = Buffer.alloc(Math.ceil((text.length + 1) / block) * block, " ");
  text.copy(filled);
  return `/office?${new URLSearchParams({ search: seal(await sessionKey(actor), filled, context).toString("base64url") })}`;
}

/** What was typed; null where this session did not make the address. */
export async function openSearch(actor: StaffActor, sealed: string): Promise<string | null> {
  const key = await sessionKey(actor);
  try {
    return sealed.length > 4096 ? null : open(key, Buffer.from(sealed, "base64url"), context).toString("utf8").trim();
  } catch {
    return null;
  }
}

async function sessionKey({ sessionId }: StaffActor): Promise<Buffer> {
  return Buffer.from(await keyed("search.address", sessionId));
}
