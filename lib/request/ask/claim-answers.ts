import { z } from "zod";
import { restrictionGrounds } from "@/lib/law/grounds";
import { capacities, estateWishes } from "@/lib/law/requesters";
import type { Right } from "@/lib/law/rights";
import { choice, choices, dateText, email, line, optional, paragraph } from "./text";

/** What each right asks, and nothing more: law.md § 2 and § 4. Field names are the names in the form. */
const scope = ["everything", "specific"] as const;

export const consentPurposes = ["newsletter", "sms", "phone", "personalised-offers", "audience-cookies", "advertising-cookies", "partners"] as const;
export const directiveKinds = ["conservation", "erasure", "communication", "non-disclosure"] as const;
export const otherHeirs = ["agree", "unknown", "disagree"] as const;

const access = z.object({ scope: choice(scope), details: optional(paragraph(4000)) }).strict();
const rectification = z.object({ field: line(200), wrongValue: paragraph(1000), rightValue: paragraph(1000) }).strict();
const erasure = z.object({ scope: choice(scope), details: optional(paragraph(4000)) }).strict();
const restriction = z.object({ ground: choice(restrictionGrounds), details: optional(paragraph(4000)) }).strict();
const portability = z
  .object({ destination: choice(["me", "other-controller"]), recipientName: optional(line(200)), recipientContact: optional(line(300)) })
  .strict()
  .superRefine((value, context) => {
    if (value.destination !== "other-controller") return;
    if (!value.recipientName) context.addIssue({ code: "custom", path: ["recipientName"], message: "required" });
    if (!value.recipientContact) context.addIssue({ code: "custom", path: ["recipientContact"], message: "required" });
  });
const objection = z
  .object({ kind: choice(["marketing", "other"]), address: optional(line(300)), processing: optional(paragraph(2000)), situation: optional(paragraph(4000)) })
  .strict()
  .superRefine((value, context) => {
    const needed = value.kind === "marketing" ? (["address"] as const) : (["processing", "situation"] as const);
    for (const field of needed) if (!value[field]) context.addIssue({ code: "custom", path: [field], message: "required" });
  });
const withdrawConsent = z.object({ purposes: choices(consentPurposes), address: optional(line(300)) }).strict();
const humanReview = z.object({ orderNumber: line(100), decidedOn: optional(dateText()), view: paragraph(4000) }).strict();
const transfers = z.object({ details: optional(paragraph(4000)) }).strict();
const postMortemDirective = z
  .object({
    instructions: choices(directiveKinds),
    details: paragraph(4000),
    designatedName: optional(line(200)),
    designatedContact: optional(line(300)),
    consent: choice(["yes"]),
  })
  .strict();
const deceased = z
  .object({
    name: line(200),
    diedOn: dateText(),
    placeOfDeath: line(200),
    bornOn: optional(dateText()),
    lastCountry: line(100),
    deceasedEmail: optional(email()),
    deceasedCustomerNumber: optional(line(100)),
    capacity: choice(capacities),
    relationship: line(200),
    wishes: choices(estateWishes),
    otherHeirs: choice(otherHeirs),
    details: optional(paragraph(4000)),
  })
  .strict();

export const claimAnswerSchemas = {
  access,
  rectification,
  erasure,
  restriction,
  portability,
  objection,
  "withdraw-consent": withdrawConsent,
  "human-review": humanReview,
  transfers,
  "post-mortem-directive": postMortemDirective,
  deceased,
} as const satisfies Record<Right, z.ZodType>;

export type ClaimAnswersOf<R extends Right> = z.infer<(typeof claimAnswerSchemas)[R]>;

/** What is known of every claim, however it came, because a rule of the law depends on it. */
type Essential = { restriction: "ground"; objection: "kind"; deceased: "name" };
type EssentialOf<R extends Right> = R extends keyof Essential ? Essential[R] : never;

/** The answers as far as they are known. The form asks them all; a letter or a call says what it says: what is absent was not said. */
export type KnownAnswers<R extends Right> = Partial<ClaimAnswersOf<R>> & Pick<ClaimAnswersOf<R>, EssentialOf<R> & keyof ClaimAnswersOf<R>>;
export type ClaimAnswers = { [R in Right]: { right: R; answers: KnownAnswers<R> } }[Right];

/** The pages of questions of a right, in order, with the fields each one asks. One question, one page. */
export const claimSteps: Record<Right, readonly { step: string; fields: readonly string[] }[]> = {
  access: [{ step: "what", fields: ["scope", "details"] }],
  rectification: [{ step: "what", fields: ["field", "wrongValue", "rightValue"] }],
  erasure: [{ step: "what", fields: ["scope", "details"] }],
  restriction: [{ step: "what", fields: ["ground", "details"] }],
  portability: [{ step: "what", fields: ["destination", "recipientName", "recipientContact"] }],
  objection: [{ step: "what", fields: ["kind", "address", "processing", "situation"] }],
  "withdraw-consent": [{ step: "what", fields: ["purposes", "address"] }],
  "human-review": [{ step: "what", fields: ["orderNumber", "decidedOn", "view"] }],
  transfers: [{ step: "what", fields: ["details"] }],
  "post-mortem-directive": [
    { step: "what", fields: ["instructions", "details", "consent"] },
    { step: "whom", fields: ["designatedName", "designatedContact"] },
  ],
  deceased: [
    { step: "who", fields: ["name", "diedOn", "placeOfDeath", "bornOn", "lastCountry", "deceasedEmail", "deceasedCustomerNumber"] },
    { step: "capacity", fields: ["capacity", "relationship", "otherHeirs"] },
    { step: "what", fields: ["wishes", "details"] },
  ],
};

/** The person behind the request. On a marketing objection nothing here is asked but what is in the claim. */
export const aboutSchema = z
  .object({
    name: line(200),
    email: email(),
    postalAddress: optional(paragraph(600)),
    customerNumber: optional(line(100)),
    onBehalf: choice(["self", "other"]),
    representedName: optional(line(200)),
  })
  .strict()
  .superRefine((value, context) => {
    if (value.onBehalf === "other" && !value.representedName) context.addIssue({ code: "custom", path: ["representedName"], message: "required" });
  });
export type About = z.infer<typeof aboutSchema>;
export const aboutFields = ["name", "email", "postalAddress", "customerNumber", "onBehalf", "representedName"] as const;

/** For a marketing objection alone: an address for the receipt, if the person wants one. */
export const receiptSchema = z.object({ email: optional(email()) }).strict();
