import { z } from "zod";
import { restrictionGrounds } from "@/lib/law/grounds";
import { capacities, estateWishes } from "@/lib/law/requesters";
import type { Right } from "@/lib/law/rights";
import { type ClaimAnswers, consentPurposes, otherHeirs } from "./claim-answers";
import { choice, choices, dateText, email, line, optional, paragraph } from "./text";

/** Nobody said: an answer that is no answer, where one must be chosen. */
export const notSaid = "unknown";

/** Check boxes of which none need be ticked. */
function someOf<const T extends readonly [string, ...string[]]>(values: T) {
  return z.preprocess((value) => (value === "" ? undefined : value), choices(values).optional());
}

/** What is asked of staff beside the words, by right: only what a rule depends on must be there. Names are those of the form. */
export const toldFields = {
  restriction: { restrictionGround: choice(restrictionGrounds) },
  objection: { objectionKind: choice(["marketing", "other"]), silenced: optional(line(300)) },
  "withdraw-consent": { purposes: someOf(consentPurposes), consentAddress: optional(line(300)) },
  deceased: {
    deceasedName: line(200),
    diedOn: optional(dateText()),
    placeOfDeath: optional(line(200)),
    deceasedEmail: optional(email()),
    deceasedCustomerNumber: optional(line(100)),
    deceasedCapacity: choice([...capacities, notSaid]),
    relationship: optional(line(200)),
    otherHeirs: optional(choice(otherHeirs)),
    wishes: someOf(estateWishes),
  },
} as const satisfies Partial<Record<Right, z.ZodRawShape>>;

/** The person, the language of the reply, and what they asked in their words. */
const personFields = {
  formKey: z.uuid("choice"),
  locale: choice(["fr", "en"]),
  words: paragraph(8000),
  name: optional(line(200)),
  email: optional(email()),
  postalAddress: optional(paragraph(600)),
  customerNumber: optional(line(100)),
  onBehalf: choice(["self", "other"]).default("self"),
  behalfOf: optional(line(200)),
  trackingNumber: optional(line(40)),
};

/** All that may be told of a request, whatever is asked: fields of rights that are not asked stay away. */
const everything = z.object({
  ...personFields,
  ...z.object(toldFields.restriction).partial().shape,
  ...z.object(toldFields.objection).partial().shape,
  ...z.object(toldFields["withdraw-consent"]).partial().shape,
  ...z.object(toldFields.deceased).partial().shape,
});
export type Told = z.infer<typeof everything>;

/** The second page of recording, for the rights asked: a name may be unknown only where no more is asked than to stop marketing. */
export function toldSchema(rights: readonly Right[]): z.ZodType<Told> {
  const shape: z.ZodRawShape = { ...personFields };
  for (const right of rights) Object.assign(shape, (toldFields as Partial<Record<Right, z.ZodRawShape>>)[right]);
  return (z.object(shape).strip() as unknown as z.ZodType<Told>).superRefine((told, context) => {
    const isMarketingOnly = rights.every((right) => right === "objection") && told.objectionKind === "marketing";
    if (!told.name && !isMarketingOnly) context.addIssue({ code: "custom", path: ["name"], message: "required" });
    if (told.onBehalf === "other" && !told.behalfOf) context.addIssue({ code: "custom", path: ["behalfOf"], message: "required" });
  });
}

/** The answers on one right as far as they were told; what was not said is absent, never invented. */
export function toldClaim(right: Right, told: Told): ClaimAnswers {
  switch (right) {
    case "restriction":
      return { right, answers: { ground: told.restrictionGround as NonNullable<Told["restrictionGround"]> } };
    case "objection":
      return { right, answers: known({ kind: told.objectionKind as NonNullable<Told["objectionKind"]>, address: told.silenced }) };
    case "withdraw-consent":
      return { right, answers: known({ purposes: told.purposes, address: told.consentAddress }) };
    case "deceased": {
      const { deceasedName, diedOn, placeOfDeath, deceasedEmail, deceasedCustomerNumber, relationship, otherHeirs: heirs, wishes } = told;
      const capacity = told.deceasedCapacity === notSaid ? undefined : told.deceasedCapacity;
      return { right, answers: known({ name: deceasedName as string, diedOn, placeOfDeath, deceasedEmail, deceasedCustomerNumber, relationship, otherHeirs: heirs, wishes, capacity }) };
    }
    default:
      return { right, answers: {} };
  }
}

type Known<T> = { [K in keyof T]: Exclude<T[K], null> };

/** Without what is null or undefined. */
function known<T extends object>(answers: T): Known<T> {
  return Object.fromEntries(Object.entries(answers).filter(([, value]) => value !== null && value !== undefined)) as Known<T>;
}
