import "server-only";

/** What a page says of a file's scan; null when it may be opened and there is nothing to say. */
export type ScanShown = "pending" | "infected" | null;

export function scanShown({ scan }: { scan: string }): ScanShown {
  return scan === "pending" || scan === "infected" ? scan : null;
}
