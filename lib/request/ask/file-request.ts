import { z } from "zod";
import type { Right } from "@/lib/law/rights";
import type { CalendarDate } from "@/lib/law/calendar";
import type { RequesterKind } from "@/lib/law/requesters";
import { type About, aboutSchema, type ClaimAnswers, claimAnswerSchemas, receiptSchema } from "./claim-answers";
import { deceasedOf, filedClaims } from "./filed-claims";
import { type Draft, isMarketingOnly, type Typed } from "./draft";
import { documentsOf } from "./steps";
import { isEmail } from "./text";
import { wrongDates } from "./wrong-dates";
import type { CaseFile } from "../case-file";
import type { FiledFile, NewEvent } from "../event";
import type { RefusalCode } from "../refusal";

type FilingFacts = { draft: Draft; files: FiledFile[]; now: string; today: CalendarDate; newId: () => string };
export type Filing = { event: NewEvent & { type: "RequestFiled" }; caseFile: CaseFile };

/**
 * Turns a complete draft into a filed request. Receipt is the moment of sending, whatever the hour. GDPR Art. 12(3).
 * Refusals: `nothing-asked` (no or incomplete answers), `no-file` (a document required of heirs is missing),
 * `too-many-files` (more than five).
 */
export function fileRequest({ draft, files, now, today, newId }: FilingFacts): Filing | { refused: RefusalCode } {
  const claims = draft.claims.map((claim) => ({ id: claim.id, parsed: parseClaim(claim.right, claim.typed, today) }));
  const about = parseAbout(draft);
  if (claims.length === 0 || !about || claims.some((claim) => !claim.parsed)) return { refused: "nothing-asked" };
  if (files.length > maxFiles) return { refused: "too-many-files" };
  const missing = documentsOf(draft).some((document) => document.required && !files.some((file) => file.purpose === document.purpose));
  if (missing) return { refused: "no-file" };

  const answers = Object.fromEntries(claims.map(({ id, parsed }) => [id, parsed as ClaimAnswers]));
  const all = Object.values(answers);
  const isForDeceased = all.some((claim) => claim.right === "deceased");
  const requesterKind: RequesterKind = isForDeceased ? "heir" : about.onBehalf === "other" ? "representative" : "data-subject";
  return {
    event: {
      id: newId(),
      type: "RequestFiled",
      data: {
        claims: filedClaims(answers),
        requesterKind,
        channel: "portal",
        locale: draft.locale,
        receivedAt: now,
        receivedOn: today,
        files,
        ...(draft.follows && { follows: draft.follows }),
        hasEmail: about.email !== null,
      },
    },
    caseFile: {
      requester: { name: about.name, email: about.email, postalAddress: about.postalAddress, customerNumber: about.customerNumber },
      represented: about.representedName && about.onBehalf === "other" ? { name: about.representedName } : null,
      deceased: deceasedOf(all),
      words: null,
      trackingNumber: null,
      claims: answers,
      tasks: [],
      joined: [],
      messages: [],
      notes: [],
      explanations: {},
      replyDraft: null,
      replies: [],
    },
  };
}

/** At most five documents a request: security.md UP2. */
export const maxFiles = 5;

function parseClaim(right: Right, typed: Typed, today: CalendarDate): ClaimAnswers | null {
  const parsed = claimAnswerSchemas[right].safeParse(typed);
  return parsed.success && Object.keys(wrongDates(right, typed, today)).length === 0 ? ({ right, answers: parsed.data } as ClaimAnswers) : null;
}

type Person = Omit<About, "name" | "email"> & { name: string | null; email: string | null };

function parseAbout(draft: Draft): Person | null {
  if (!isMarketingOnly(draft)) return aboutSchema.safeParse(draft.about).data ?? null;
  const typed = z.string().catch("").parse(draft.claims[0]?.typed["address"]).trim();
  const receipt = receiptSchema.safeParse({ email: draft.about["email"] });
  const email = isEmail(typed) ? typed : receipt.data?.email ?? null;
  return { name: null, email, postalAddress: null, customerNumber: null, onBehalf: "self", representedName: null };
}
