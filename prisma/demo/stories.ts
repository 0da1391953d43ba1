import type { Outcome } from "@/lib/law/outcomes";
import type { RefusalGround } from "@/lib/law/grounds";
import type { Right } from "@/lib/law/rights";
import type { RequestState } from "@/lib/request/request";

/** One request of the example: what is asked, in which language, how far it came, and when it was received. */
export type Story = {
  rights: readonly Right[];
  locale: "fr" | "en";
  state: Exclude<RequestState, "merged">;
  daysAgo: number;
  /** How its claims end, where they are decided; fulfilled unless said otherwise. */
  ends?: { outcome: Outcome; grounds: RefusalGround[] };
  /** All claims decided, the answer written and waiting to be sent. */
  isDrafted?: true;
  /** Put off by two months, in time. */
  isExtended?: true;
  /** Asked to specify the request. */
  isToSpecify?: true;
  /** Someone writes for another person. */
  forSomeone?: string;
  /** Which variant of the answers; the next in turn unless said. */
  variant?: number;
};

type Line = readonly [rights: string, locale: "fr" | "en", state: Story["state"], daysAgo: number, more?: Omit<Story, "rights" | "locale" | "state" | "daysAgo">];

const lines: readonly Line[] = [
  ["access", "fr", "new", 0],
  ["access", "fr", "identity-to-check", 3],
  ["access", "en", "awaiting-identity", 8],
  ["access", "fr", "in-progress", 29],
  ["access", "fr", "awaiting-answer", 17],
  ["access", "en", "message-after-reply", 41],
  ["access erasure", "fr", "in-progress", 25, { isDrafted: true, ends: { outcome: "partly-fulfilled", grounds: ["legal-obligation"] } }],
  ["access", "fr", "in-progress", 36, { isExtended: true }],
  ["access", "en", "withdrawn", 22],
  ["rectification", "fr", "new", 1],
  ["rectification", "fr", "in-progress", 12],
  ["rectification", "en", "awaiting-answer", 20],
  ["rectification", "fr", "answered", 33],
  ["rectification restriction", "fr", "identity-to-check", 6],
  ["rectification", "fr", "answered", 48, { ends: { outcome: "refused", grounds: ["conditions-not-met"] } }],
  ["erasure", "fr", "new", 2],
  ["erasure", "fr", "in-progress", 27, { isDrafted: true, ends: { outcome: "partly-fulfilled", grounds: ["legal-obligation", "legal-claims"] } }],
  ["erasure", "en", "identity-to-check", 5],
  ["erasure", "fr", "awaiting-identity", 11],
  ["erasure", "fr", "answered", 52, { ends: { outcome: "partly-fulfilled", grounds: ["legal-obligation"] } }],
  ["erasure portability", "fr", "in-progress", 19],
  ["erasure", "fr", "withdrawn", 30],
  ["restriction", "fr", "new", 0],
  ["restriction", "en", "in-progress", 14],
  ["restriction", "fr", "awaiting-answer", 23],
  ["restriction", "fr", "answered", 39],
  ["restriction", "en", "new", 4],
  ["portability", "fr", "new", 3],
  ["portability", "fr", "in-progress", 24],
  ["portability", "en", "answered", 37],
  ["portability", "fr", "awaiting-identity", 6],
  ["portability", "fr", "identity-to-check", 9],
  ["objection", "fr", "new", 0, { variant: 0 }],
  ["objection", "fr", "in-progress", 16, { variant: 1 }],
  ["objection", "en", "answered", 26, { variant: 0 }],
  ["objection", "en", "in-progress", 31, { variant: 1, isDrafted: true, ends: { outcome: "refused", grounds: ["compelling-grounds"] } }],
  ["objection", "fr", "answered", 34, { variant: 2 }],
  ["objection", "fr", "new", 1, { variant: 2 }],
  ["withdraw-consent", "fr", "new", 0],
  ["withdraw-consent", "en", "answered", 21],
  ["withdraw-consent", "fr", "in-progress", 2],
  ["withdraw-consent", "en", "new", 1],
  ["withdraw-consent", "fr", "answered", 44],
  ["human-review", "fr", "new", 2],
  ["human-review", "fr", "in-progress", 21],
  ["human-review", "en", "awaiting-answer", 13],
  ["human-review", "fr", "answered", 46, { ends: { outcome: "refused", grounds: ["conditions-not-met"] } }],
  ["transfers", "fr", "new", 5],
  ["transfers", "en", "in-progress", 10],
  ["transfers", "fr", "answered", 29],
  ["transfers access", "fr", "awaiting-answer", 12, { isToSpecify: true }],
  ["post-mortem-directive", "fr", "new", 4],
  ["post-mortem-directive", "fr", "identity-to-check", 7],
  ["post-mortem-directive", "en", "answered", 35],
  ["post-mortem-directive", "fr", "in-progress", 15],
  ["deceased", "fr", "identity-to-check", 4, { variant: 0 }],
  ["deceased", "fr", "in-progress", 18, { variant: 1 }],
  ["deceased", "fr", "new", 1, { variant: 2 }],
  ["deceased", "en", "identity-to-check", 10, { variant: 0 }],
  ["deceased", "fr", "answered", 43, { variant: 0, ends: { outcome: "partly-fulfilled", grounds: ["exceeds-estate-purpose"] } }],
];

/** The sixty requests of the example, every state and every right, in both languages. */
export const stories: readonly Story[] = lines.map(([rights, locale, state, daysAgo, more], index) => ({
  rights: rights.split(" ") as Right[],
  locale,
  state,
  daysAgo,
  ...(index % 19 === 10 ? { forSomeone: locale === "fr" ? "Léontine Audoubert" : "Patrick Daly" } : {}),
  ...more,
}));
