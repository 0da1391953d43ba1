// What moves a time limit, and the steps that explain it. GDPR Art. 12(3); Reg. 1182/71 art. 3.
// https://eur-lex.europa.eu/eli/reg/2016/679/oj · https://eur-lex.europa.eu/eli/reg/1971/1182/oj
import type { CalendarDate } from "./calendar";
import type { DoubtGround } from "./identity";
import type { HolidayKey } from "./holiday-calendars";
import type { SourceId } from "./sources";

/** What an identity request asks to prove. */
export type ProofSubject = "identity" | "mandate" | "heirship";

/** A fact of the case that may bear on its time limit; `on` is the civil date in the controller's time zone. */
export type TimeLimitEvent =
  | {
      type: "identity-requested";
      on: CalendarDate;
      /** The answer to an earlier request was not enough. */
      followUp?: boolean;
      about?: ProofSubject;
      /** The recorded doubt. GDPR Art. 12(6). */
      grounds?: readonly DoubtGround[];
      /** Asked beside something still owed for which no proof may be asked. GDPR Art. 7(3), 21(3). */
      beside?: boolean;
      /** The DPO credits a late request, with reasons kept in the case. */
      creditedLate?: boolean;
    }
  /** `identity-lapsed`: nothing came, and the request for proof ends without it. */
  | { type: "identity-received" | "identity-lapsed"; on: CalendarDate }
  /** Established without what was asked for; `heardOn`: when the person first wrote or entered a code after that, or null. */
  | { type: "identity-established"; on: CalendarDate; heardOn: CalendarDate | null }
  | { type: "clarification-requested" | "clarification-received"; on: CalendarDate }
  | { type: "extension-notified"; on: CalendarDate; months: 1 | 2 }
  | { type: "posted" | "forwarded-internally"; on: CalendarDate };

/** Every rule a step may apply; each has its sentence in `lib/i18n`. */
export const stepRules = [
  "received",
  "reopened",
  "after-death",
  "after-death-no-limit",
  "posting-not-counted",
  "forwarding-not-a-pause",
  "identity-restart",
  "one-month",
  "extension",
  "month-end-clamp",
  "identity-pause",
  "identity-pause-open",
  "identity-pause-lapsed",
  "identity-pause-not-credited",
  "identity-pause-after-limit",
  "identity-pause-off",
  "identity-pause-unneeded",
  "identity-pause-beside",
  "clarification-pause",
  "clarification-pause-open",
  "clarification-not-a-pause",
  "extension-from-first-date",
  "rolled-weekend",
  "rolled-holiday",
  "extension-too-late",
] as const;
export type StepRule = (typeof stepRules)[number];

/** One step from receipt to due date. `before` is the `after` of the step before; equal where the rule changes nothing. */
export type Step = {
  rule: StepRule;
  source: SourceId;
  before: CalendarDate;
  after: CalendarDate;
  /** Calendar days the fact lasted or the date moved. */
  days?: number;
  months?: number;
  holiday?: HolidayKey;
  /** The fact's own first and last day; `until` is absent while it lasts. */
  since?: CalendarDate;
  until?: CalendarDate;
  about?: ProofSubject;
  /** Of a request for proof: the doubt, and how long after receipt it was asked against the days the policy allows. */
  asked?: Asked;
};

/** How proof was asked for. `why`: it counted because it follows an earlier request, or because the DPO credited it though late. */
export type Asked = { grounds: readonly DoubtGround[]; afterDays: number; limitDays: number; why?: "follow-up" | "credited-late" };
