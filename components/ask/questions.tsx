import type { ComponentType } from "react";
import type { Right } from "@/lib/law/rights";
import { DeceasedCapacityQuestion, DeceasedWhoQuestion, DeceasedWishesQuestion, DesignatedQuestion, DirectiveQuestion } from "./after-death-questions";
import { PortabilityQuestion, RectificationQuestion, RestrictionQuestion, ScopeQuestion, TransfersQuestion } from "./data-questions";
import type { Question } from "./question";
import { HumanReviewQuestion, ObjectionQuestion, WithdrawConsentQuestion } from "./refusing-questions";

/** The fields of each page of questions; the pages are those of `claimSteps`. */
export const questions: Record<Right, Record<string, ComponentType<Question>>> = {
  access: { what: (question) => <ScopeQuestion right="access" {...question} /> },
  rectification: { what: RectificationQuestion },
  erasure: { what: (question) => <ScopeQuestion right="erasure" {...question} /> },
  restriction: { what: RestrictionQuestion },
  portability: { what: PortabilityQuestion },
  objection: { what: ObjectionQuestion },
  "withdraw-consent": { what: WithdrawConsentQuestion },
  "human-review": { what: HumanReviewQuestion },
  transfers: { what: TransfersQuestion },
  "post-mortem-directive": { what: DirectiveQuestion, whom: DesignatedQuestion },
  deceased: { who: DeceasedWhoQuestion, capacity: DeceasedCapacityQuestion, what: DeceasedWishesQuestion },
};
