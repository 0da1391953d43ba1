import { createHash } from "node:crypto";

/** A UUID made of a text: the same every time. */
export function idOf(text: string): string {
  const hex = createHash("sha256").update(`rightsdesk demo ${text}`).digest("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
