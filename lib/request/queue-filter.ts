import { z } from "zod";
import { isRight } from "@/lib/law/rights";
import { requestStates } from "./request";

/** By when an answer is due. `at-once`: something is to be carried out without waiting for it; `suspended`: the clock stands still. */
export const dueChoices = ["overdue", "week", "at-once", "suspended"] as const;
/** States, and words for several of them. `open` is what a page shows that says nothing. */
const stateChoices = [...requestStates, "open", "closed", "all", "to-post", "department"] as const;

/** What of the queue is shown, as its address says it. `who`: `mine`, `nobody`, `mentioned` (a note names the reader) or somebody's id. `team`: `none` or a team's id. `search`: words, sealed. Empty: not asked. */
export type QueueFilter = { right: string; state: string; who: string; team: string; due: string; locale: string; incident: string; search: string };

/** The filter of an address; what means nothing is left out. */
export function filterFrom(text: (name: string) => unknown): QueueFilter {
  const known = (name: string, isKnown: (value: string) => boolean) => {
    const value = text(name);
    return typeof value === "string" && isKnown(value) ? value : "";
  };
  const oneOf = (list: readonly string[]) => (value: string) => list.includes(value);
  return {
    right: known("right", isRight),
    state: known("state", oneOf(stateChoices)),
    who: known("who", (value) => value === "mine" || value === "nobody" || value === "mentioned" || z.uuid().safeParse(value).success),
    team: known("team", (value) => value === "none" || z.uuid().safeParse(value).success),
    due: known("due", oneOf(dueChoices)),
    locale: known("locale", oneOf(["fr", "en"])),
    incident: known("incident", (value) => z.uuid().safeParse(value).success),
    search: known("search", (value) => value.length <= 2_000),
  };
}

/** Only what is asked, for an address that can be shared. */
export function filterQuery(filter: Partial<QueueFilter>, after?: string | null): string {
  const asked = Object.entries(filter).filter(([, value]) => value !== "");
  return new URLSearchParams([...asked, ...(after ? [["after", after]] : [])] as string[][]).toString();
}
