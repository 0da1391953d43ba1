import { groundsOf } from "@/lib/law/grounds";
import { outcomesOf } from "@/lib/law/outcomes";
import type { Right } from "@/lib/law/rights";
import type { Story } from "./stories";

/** One thing that happens in a story, by its name; `perform-happening.ts` knows how. */
export type Happening =
  | { what: "file" | "take" | "ask-identity" | "send-identity" | "accept-by-document" | "accept-by-facts" | "ask-question" | "answer-question" | "note" | "extend" | "ask-clarification" | "draft" | "send" | "withdraw" }
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
      return [...filed, take, ...check, { what: story.isToSpecify ? "ask-clarification" : "ask-question" }, ...note];
    case "in-progress":
      return [...filed, take, ...check, ...note, ...(story.isExtended ? [{ what: "extend" } as const] : []), ...(index % 4 === 1 ? [{ what: "ask-question" } as const, { what: "answer-question" } as const] : []), ...(story.isDrafted ? [...decide, { what: "draft" } as const] : [])];
    case "answered":
      return [...filed, take, ...check, ...note, ...decide, { what: "draft" }, { what: "send" }];
    case "message-after-reply":
      return [...filed, take, ...check, ...decide, { what: "draft" }, { what: "send" }, { what: "answer-question" }];
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

/** When the happenings of a story take place: spread over its days, in office hours, in order, never later than now. */
export function momentsOf(story: Story, steps: number, index: number, now: Date): Date[] {
  const received = now.getTime() - story.daysAgo * 24 * hourMs - ((index * 37) % 240) * 60_000 - hourMs;
  const end = now.getTime() - 10 * 60_000;
  const span = Math.min(end - received, (story.state === "answered" ? 24 : 60) * 24 * hourMs) * (story.state === "answered" ? 1 : 0.7);
  let last = received;
  return Array.from({ length: steps }, (_, step) => {
    if (step === 0) return new Date(received);
    const wanted = inOfficeHours(received + (span * step) / Math.max(1, steps - 1), index + step);
    last = Math.min(Math.max(wanted, last + 7 * 60_000), Math.max(end, last + 1000));
    return new Date(last);
  });
}

/** The same day between 8 and 16 UTC. */
function inOfficeHours(time: number, seed: number): number {
  const day = Math.floor(time / (24 * hourMs)) * 24 * hourMs;
  const hour = (time - day) / hourMs;
  return hour >= 8 && hour < 16 ? time : day + (8 + ((seed * 53) % 80) / 10) * hourMs;
}
