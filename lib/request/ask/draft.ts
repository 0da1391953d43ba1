import { identityPolicyOf } from "@/lib/law/rights";
import type { IdentityPolicy, Right } from "@/lib/law/rights";
import { areHarmless, type Capacity, type EstateWish } from "@/lib/law/requesters";

/** Form values as typed: one text, or several for check boxes. */
export type Typed = Record<string, string | string[]>;

/** What a person has typed so far, right or wrong: nothing is lost by an error, a closed tab or the back button. */
export type Draft = {
  locale: "fr" | "en";
  claims: { id: string; right: Right; typed: Typed }[];
  about: Typed;
  /** The person passed the page of documents, with or without any. */
  documentsSeen: boolean;
  /** The request beside which this is asked, by the person in the space of that one. */
  follows?: string;
};

/** Is this a marketing objection and nothing else? Then nothing but the address to silence is asked. GDPR Art. 21(2)-(3). */
export function isMarketingOnly(draft: Draft): boolean {
  return draft.claims.length > 0 && draft.claims.every((claim) => claim.right === "objection" && claim.typed["kind"] === "marketing");
}

/** The strongest identity policy of the claims typed so far. */
export function draftIdentityPolicy(draft: Draft): IdentityPolicy {
  return identityPolicyOf(
    draft.claims.map((claim) => ({
      right: claim.right,
      marketing: claim.typed["kind"] === "marketing",
      capacity: claim.typed["capacity"] as Capacity | undefined,
      harmless: areHarmless([claim.typed["wishes"] ?? []].flat() as EstateWish[]),
    })),
  );
}
