import { groundsOf } from "@/lib/law/grounds";
import { outcomesOf } from "@/lib/law/outcomes";
import type { Right } from "@/lib/law/rights";
import type { Story } from "./stories";

/** One thing that happens in a story, by its name; `perform-happening.ts` knows how. */
export type Happening =
  | { what: "file" | "take" | "ask-identity" | "send-identity" | "accept-by-document" | "accept-by-facts" | "ask-question" | "answer-question" | "note" | "draft" | "send" | "withdraw" }
  | { what: "decide"; claim: number };

/** Rights for which no identity may be asked. */
const withoutIdentity = (story: Story) => story.rights[0] === "withdraw-consent" || (story.rights[0] === "objection" && story.variant !== 1);

/** What happens in a story, in order, up to the state it is to reach. */
export function happenings(story: Story, index: number): Happening[] {
  const filed: Happening[] = [{ what: "file" }];
  const note: Happening[] = index % 3 === 0 ? [{ what: "note" }] : [];
  const take: Happening = { what: "take" };
  const comesWithProof = story.rights[0] === "deceased" && story.variant !== 2;
  const check: Happening[] = withoutIdentity(story) ? [] : comesWithProof ? [{ what: "accept-by-document" }] : index % 2 === 0
    ? [{ what: "ask-identity" }, { what: "send-identity" }, { what: "accept-by-document" }]
    : [{ what: "accept-by-facts" }];
  const decide: Happening[] = story.rights.map((_, claim) => ({ what: "decide", claim }));
  switch (story.state) {
    case "new":
    case "identity-to-check":
      return [...filed, ...note];
    case "awaiting-identity":
      return [...filed, take, { what: "ask-identity" }, ...note];
    case "awaiting-answer":
      return [...filed, take, ...check, { what: "ask-question" }, ...note];
    case "in-progress":
      return [...filed, take, ...check, ...note, ...(index % 4 === 1 ? [{ what: "ask-question" } as const, { what: "answer-question" } as const] : []), ...(story.isDrafted ? [...decide, { what: "draft" } as const] : [])];
    case "answered":
      return [...filed, take, ...check, ...note, ...decide, { what: "draft" }, { what: "send" }];
    case "withdrawn":
      return [...filed, take, { what: "withdraw" }];
  }
}

/** How a claim of the story ends: as told where the right allows it, else fulfilled. */
export function endOf(story: Story, right: Right, marketing: boolean) {
  const wanted = story.ends;
  const open = groundsOf(right, { marketing }).map(({ ground }) => ground);
  const grounds = wanted?.grounds.filter((ground) => open.includes(ground)) ?? [];
  return wanted && grounds.length > 0 && outcomesOf(right, { marketing }).includes(wanted.outcome) ? { outcome: wanted.outcome, grounds } : { outcome: "fulfilled" as const, grounds: [] };
}

const hourMs = 3_600_000;

/** When the n-th of all happenings of a story takes place: spread over its days, in office hours, never later than now. */
export function momentOf(story: Story, step: number, steps: number, index: number, now: Date): Date {
  const received = now.getTime() - story.daysAgo * 24 * hourMs - ((index * 37) % 240) * 60_000 - hourMs;
  const span = Math.min(now.getTime() - 10 * 60_000 - received, (story.state === "answered" ? 24 : 60) * 24 * hourMs);
  const early = story.state === "answered" ? 1 : 0.7;
  return new Date(received + (span * early * step) / Math.max(1, steps - 1));
}
