import type { CalendarDate } from "@/lib/law/calendar";
import { groundsOf, type RefusalGround, type RestrictionGround, restrictionGrounds } from "@/lib/law/grounds";
import { isRefusal, type Outcome, outcomes, outcomesOf } from "@/lib/law/outcomes";
import { areCombinable, type Right } from "@/lib/law/rights";
import { closedStates, requestStates } from "../request";
import { listed } from "./cells";
import type { Findings } from "./findings";
import type { ToldClaim, ToldRequest } from "./read-line";
import { plain, type ToldState, type Words } from "./words";

/** What is asked, each right once: `access`, `objection:marketing`, `restriction:accuracy-contested`. */
export function readRights(found: Findings, words: Words): ToldClaim[] {
  const claims = new Map<Right, ToldClaim>();
  for (const part of listed(found.cells.rights)) {
    const whole = words.right.get(plain(part));
    const [name = "", kind = ""] = whole ? [part] : part.split(":");
    const right = whole ?? words.right.get(plain(name));
    const claim = right && claimOf(right, plain(kind));
    if (!claim) found.error("rights", "unknown-right");
    else if (!claims.has(claim.right)) claims.set(claim.right, claim);
  }
  const all = [...claims.values()];
  if (listed(found.cells.rights).length === 0) found.error("rights", "required");
  if (!areCombinable(all.map(({ right }) => right))) found.error("rights", "stands-alone");
  return all;
}

function claimOf(right: Right, kind: string): ToldClaim | null {
  const claim = { right, decision: null };
  if (kind === "") return claim;
  if (right === "objection" && (kind === "marketing" || kind === "other")) return { ...claim, marketing: kind === "marketing" };
  const ground = right === "restriction" && (restrictionGrounds as readonly string[]).includes(kind);
  return ground ? { ...claim, restrictionGround: kind as RestrictionGround } : null;
}

type End = Pick<ToldRequest, "end" | "claims">;

/** Whether it has ended, when, and how for each right. GDPR Art. 12(3)-(4). */
export function endOf(found: Findings, words: Words, rights: readonly ToldClaim[], receivedOn: CalendarDate | null): End {
  const state = found.word("state", words.state, "unknown-state", true);
  const on = found.day("answeredOn");
  const open: End = { end: null, claims: [...rights] };
  if (state === "merged") found.error("state", "merged-elsewhere");
  if (state === null || state === "merged") return open;
  if (isStillOpen(state)) {
    if (found.cells.answeredOn !== "") found.error("answeredOn", "answer-date-open");
    return open;
  }
  if (found.cells.answeredOn === "") found.error("answeredOn", "answer-date-missing");
  if (!on) return open;
  if (receivedOn && on < receivedOn) found.error("answeredOn", "answered-before-received");
  if (state === "withdrawn") return { ...open, end: { how: "withdrawn", on } };
  return { end: { how: "answered", on }, claims: decided(found, words, rights, isOutcome(state) ? state : null) };
}

const isOutcome = (state: ToldState): state is Outcome => (outcomes as readonly string[]).includes(state);

function isStillOpen(state: ToldState): boolean {
  return state === "open" || requestStates.some((each) => each === state && !closedStates.has(each));
}

/** Each right with its outcome: the one told of it, else that of the whole request. */
function decided(found: Findings, words: Words, rights: readonly ToldClaim[], common: Outcome | null): ToldClaim[] {
  const told = outcomesTold(found, words, rights);
  const grounds = listed(found.cells.refusalGrounds).flatMap((part) => words.ground.get(plain(part)) ?? found.error("refusalGrounds", "unknown-ground") ?? []);
  const all = rights.map((claim) => ({ ...claim, outcome: told.get(claim.right) ?? common }));
  if (all.some(({ outcome }) => outcome === null)) found.error(found.cells.outcomes === "" ? "state" : "outcomes", "outcome-missing");
  const refused = all.filter(({ outcome }) => outcome !== null && isRefusal(outcome));
  if (refused.length > 0 && found.cells.refusalGrounds === "") found.warn("refusalGrounds", "ground-missing");
  if (all.some(({ outcome, ...claim }) => outcome !== null && !outcomesOf(claim.right, claim).includes(outcome))) found.warn("state", "outcome-not-open");
  if (refused.length > 0 && grounds.some((ground) => !refused.some((claim) => isOf(claim, ground)))) found.warn("refusalGrounds", "ground-not-of-right");
  return all.map(({ outcome, ...claim }) => ({ ...claim, decision: outcome && { outcome, grounds: isRefusal(outcome) ? groundsFor(claim, grounds) : [] } }));
}

function isOf({ right, marketing }: ToldClaim, ground: RefusalGround): boolean {
  return groundsOf(right, marketing ? { marketing } : {}).some((each) => each.ground === ground);
}

/** The grounds open to that right; if none of them is, all: it is what was told. */
function groundsFor(claim: ToldClaim, grounds: readonly RefusalGround[]): RefusalGround[] {
  const own = [...new Set(grounds)].filter((ground) => isOf(claim, ground));
  return own.length > 0 ? own : [...new Set(grounds)];
}

/** `right: outcome`, as our own register writes it. */
function outcomesTold(found: Findings, words: Words, rights: readonly ToldClaim[]): Map<Right, Outcome> {
  const told = new Map<Right, Outcome>();
  for (const part of listed(found.cells.outcomes)) {
    const [name = "", word = ""] = part.split(/:(?=[^:]*$)/);
    const [right, outcome] = [words.right.get(plain(name)), words.outcome.get(plain(word))];
    if (!outcome) found.error("outcomes", "unknown-outcome");
    else if (outcome === "merged") found.error("outcomes", "merged-elsewhere");
    else if (!right || !rights.some((claim) => claim.right === right)) found.error("outcomes", "outcome-without-right");
    else if (outcome !== "undecided") told.set(right, outcome);
  }
  return told;
}
