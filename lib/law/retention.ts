// How long each thing is kept. GDPR Art. 5(1)(c), 5(1)(e); CNIL SAN-2020-008 (Carrefour): no copy of an identity document once identity is confirmed.
// https://eur-lex.europa.eu/eli/reg/2016/679/oj · https://www.legifrance.gouv.fr/cnil/id/CNILTEXT000042563756
import { addDays, addMonthsClamped } from "./calendar";
import type { CalendarDate } from "./calendar";
import type { SourceId } from "./sources";

/** A length with its unit. */
export type Length = { hours: number } | { days: number } | { months: number } | { years: number };

/** Facts from which a length runs. */
const retentionStarts = ["begun", "saved", "received", "decided", "closed", "made-available", "objected"] as const;
export type RetentionStart = (typeof retentionStarts)[number];

/** `what` is erased `after` that length from `start`. Several rules on one thing: the first to come is the one that erases. */
export type RetentionRule = {
  what: RetainedThing;
  start: RetentionStart;
  after: Length;
  source: SourceId;
  /** Bounds within which the controller may set another length, in the same unit. */
  configurable?: { from: number; to: number };
};

/** Everything the portal keeps. */
export const retainedThings = ["draft", "identity-document", "evidence", "reply-package", "case-file", "picture-mark", "network-count", "objection-list"] as const;
export type RetainedThing = (typeof retainedThings)[number];

/** Hours for which what was begun and not sent is kept, from its last saving. security.md UP9. */
export const draftHours = 24;
/** Days after which it goes however often it was saved: nobody keeps data here without asking for anything. */
export const draftDays = 7;
/** Hours for which the requests from one network are counted. */
export const networkCountHours = 24;

/** The portal's own rules. */
const retentionRules: readonly RetentionRule[] = [
  { what: "draft", start: "saved", after: { hours: draftHours }, source: "controller-policy" },
  { what: "draft", start: "begun", after: { days: draftDays }, source: "controller-policy" },
  // Image and number are never kept: only the record that identity was checked, how and when.
  { what: "identity-document", start: "decided", after: { days: 0 }, source: "cnil-carrefour" },
  { what: "identity-document", start: "closed", after: { days: 0 }, source: "cnil-carrefour" },
  { what: "identity-document", start: "received", after: { days: 30 }, source: "controller-policy" },
  { what: "evidence", start: "closed", after: { years: 5 }, source: "civil-code-2224", configurable: { from: 3, to: 6 } },
  { what: "reply-package", start: "made-available", after: { days: 30 }, source: "gdpr-5-1-e" },
  { what: "case-file", start: "closed", after: { years: 5 }, source: "civil-code-2224", configurable: { from: 3, to: 6 } },
  // Keyed hashes of what a document looked like, without the document: against one sent twice. With the case file if that goes first.
  { what: "picture-mark", start: "received", after: { months: 12 }, source: "controller-policy", configurable: { from: 1, to: 36 } },
  // A number and a keyed hash of the network, without its address: against requests sent by the hundred.
  { what: "network-count", start: "received", after: { hours: networkCountHours }, source: "controller-policy" },
  // At least: the list holds nothing but a keyed hash of the address, and forgetting it would break the objection.
  { what: "objection-list", start: "objected", after: { years: 3 }, source: "gdpr-5-1-c", configurable: { from: 3, to: 10 } },
];

/** The rules that erase one thing. */
export function retentionOf(what: RetainedThing): readonly RetentionRule[] {
  return retentionRules.filter((rule) => rule.what === what);
}

/** How long a thing is kept from one of its starts, to be told. Throws where no rule says it. */
export function keptFor(what: RetainedThing, start: RetentionStart): Length {
  const rule = retentionOf(what).find((each) => each.start === start);
  if (!rule) throw new Error(`${what} is not kept from when it was ${start}`);
  return rule.after;
}

/**
 * The civil day on which the rule erases, `from` being the day its start happened. Hours count as whole days begun,
 * so that nothing is promised sooner than it is done; years end like months (29 February: 28).
 */
export function eraseOn(rule: { after: Length }, from: CalendarDate): CalendarDate {
  const { after } = rule;
  if ("years" in after) return addMonthsClamped(from, after.years * 12);
  if ("months" in after) return addMonthsClamped(from, after.months);
  return addDays(from, "days" in after ? after.days : Math.ceil(after.hours / 24));
}

/** The first day on which some rule erases the thing, given the starts that have happened; null while none has. */
export function firstEraseOn(what: RetainedThing, starts: Partial<Record<RetentionStart, CalendarDate>>): CalendarDate | null {
  const days = retentionOf(what).flatMap((rule) => {
    const from = starts[rule.start];
    return from ? [eraseOn(rule, from)] : [];
  });
  return days.sort()[0] ?? null;
}
