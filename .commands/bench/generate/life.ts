/** The whole life of a generated request: told to its end, as far as it lies in the past. */
import { groundsOf, isForWantOfProof, type RefusalGround } from "@/lib/law/grounds";
import { needsGround, type Outcome, outcomesOf } from "@/lib/law/outcomes";
import { identityPolicyOf } from "@/lib/law/rights";
import { permissionsOf } from "@/lib/access/permissions";
import type { ActingAs } from "@/lib/request/command";
import { wayToWrite } from "@/lib/request/case-file";
import { acceptIdentity } from "@/lib/request/check/accept-identity";
import { askIdentity } from "@/lib/request/check/ask-identity";
import { receiveIdentity } from "@/lib/request/check/receive-identity";
import { recordEvidence } from "@/lib/request/check/record-evidence";
import { addNote } from "@/lib/request/handle/add-note";
import { askClarification } from "@/lib/request/handle/ask-clarification";
import { askQuestion } from "@/lib/request/handle/ask-question";
import { assignCase } from "@/lib/request/handle/assign-case";
import { decideClaim } from "@/lib/request/handle/decide-claim";
import { extendDeadline } from "@/lib/request/handle/extend-deadline";
import { sendMessage } from "@/lib/request/handle/send-message";
import { takeCase } from "@/lib/request/handle/take-case";
import { draftReply } from "@/lib/request/reply/draft-reply";
import { recordPosting } from "@/lib/request/reply/record-posting";
import { sendReply } from "@/lib/request/reply/send-reply";
import { withdrawRequest } from "@/lib/request/retain/withdraw-request";
import type { Claim } from "@/lib/request/request";
import { begin } from "./filing";
import { textOf } from "./people";
import { Random } from "./random";
import { replyText } from "./reply-text";
import { clockAt, Telling } from "./telling";
import { backlogDays, receivedMs, referenceOf, type World } from "./world";

const dayMs = 86_400_000;
const [agentMay, dpoMay] = [permissionsOf(["agent"]), permissionsOf(["dpo"])];
type Staff = Extract<ActingAs, { kind: "staff" }>;
const person: ActingAs = { kind: "requester" };

/** The same for one world and index, in whichever process. */
export function lifeOf(world: World, index: number): Telling {
  const random = new Random(world.seed * 1_000_003 + index);
  const received = receivedMs(world, index);
  const { filing, isRecorded } = begin(random, received);
  const agent: Staff = { kind: "staff", id: random.often(world.agents), permissions: agentMay, teamId: null, caseScope: "all" };
  const telling = new Telling(referenceOf(world, index), random, filing, received, isRecorded ? `staff:${agent.id}` : "requester");
  tellOn(telling, { ...lengthOf(world, random, received), agent, dpo: { kind: "staff", id: world.dpo, permissions: dpoMay, teamId: null, caseScope: "all" } });
  return telling;
}

/** In the backlog staff are slow: most of it is still open, some of it late. `isStuck`: what was asked of the person never comes. */
function lengthOf({ now, isAllOpen }: World, random: Random, received: number) {
  const usual = random.is(0.04) ? random.between(31, 45) : random.is(0.2) ? random.between(26, 30.5) : random.between(2, 26);
  const isLate = now - received < backlogDays * dayMs;
  return { received, until: now - 120_000, days: isAllOpen ? random.between(60, 90) : isLate ? usual * random.between(1, 3) : usual, isStuck: isAllOpen ? random.is(0.01) : random.is(isLate ? 0.05 : 0.001) };
}

type Plot = { received: number; until: number; days: number; isStuck: boolean; agent: Staff; dpo: Staff };

function tellOn(telling: Telling, { received, until, days, isStuck, agent, dpo }: Plot): void {
  const { random } = telling;
  const { locale } = telling.request;
  let last = received + 120_000;
  let isPast = true;
  /** One step after so many days, in the hours somebody works, unless that is still to come. */
  const after = (day: number, step: (ms: number) => unknown) => {
    const wanted = received + day * dayMs;
    const ms = Math.max(wanted - (wanted % dayMs) + (7 + random.next() * 10) * 3_600_000, last + 300_000);
    isPast &&= ms < until;
    if (!isPast) return;
    step(ms);
    last = postLetters(telling, ms + 120_000, agent, until);
  };
  const isWithdrawn = random.is(0.03);
  const mayCheck = identityPolicyOf(telling.request.claims) !== "never" && telling.isWritable;
  const asksClarification = telling.request.claims.some(({ right }) => right === "access") && telling.isWritable && random.is(0.03);

  after(days * random.between(0.02, 0.35), (ms) => (random.is(0.2) ? telling.tell(assignCase, dpo, { to: { staffId: agent.id } }, ms) : telling.tell(takeCase, agent, {}, ms)));
  if (isWithdrawn) return after(days * 0.5, (ms) => telling.tell(withdrawRequest, person, {}, ms));
  const check = mayCheck ? random.next() : 1;
  if (isStuck && mayCheck) return after(Math.min(days * 0.4, 6), (ms) => telling.tell(askIdentity, agent, { grounds: ["email-unknown"], kinds: ["identity-card", "passport"] }, ms));
  if (check < 0.15) {
    after(Math.min(days * 0.4, 6), (ms) => telling.tell(askIdentity, agent, { grounds: ["email-unknown"], kinds: ["identity-card", "passport"] }, ms));
    after(days * 0.5, (ms) => {
      telling.tell(receiveIdentity, person, {}, ms, [{ id: random.id(), purpose: "identity", staffId: null }]);
      telling.tell(acceptIdentity, agent, { method: "document", kinds: ["identity-card"] }, ms + 90_000);
    });
  } else if (check < 0.4) {
    after(days * 0.4, (ms) => {
      telling.tell(recordEvidence, agent, { email: "matches", orderNumber: "matches", postcode: "matches" }, ms);
      telling.tell(acceptIdentity, agent, { method: "known-facts", kinds: [] }, ms + 30_000);
    });
  }
  if (asksClarification) after(days * 0.45, (ms) => telling.tell(askClarification, agent, { body: textOf(random, locale, 30) }, ms));
  if (asksClarification && isStuck) return;
  if (asksClarification) after(days * 0.5, (ms) => telling.tell(sendMessage, person, { body: textOf(random, locale, 40) }, ms));
  if (telling.isWritable && random.is(0.08)) {
    after(days * 0.5, (ms) => telling.tell(askQuestion, agent, { body: textOf(random, locale, 40) }, ms));
    after(days * 0.6, (ms) => telling.tell(sendMessage, person, { body: textOf(random, locale, 20 + random.below(100)) }, ms));
  }
  if (random.is(0.25)) after(days * 0.65, (ms) => telling.tell(addNote, agent, { body: textOf(random, locale, 12 + random.below(30)) }, ms));
  const mayExtend = telling.isWritable && days > 22 && random.is(0.15);
  if (mayExtend) after(Math.min(days * 0.7, 19), (ms) => ms < received + 24 * dayMs && telling.tell(extendDeadline, agent, { months: 2, reasons: ["scattered-data", "others-data"], explanation: textOf(random, locale, 30) }, ms));
  let isRefused = false;
  for (const claim of telling.request.claims) {
    const { outcome, grounds } = endOf(random, claim);
    isRefused ||= needsGround(outcome);
    after(days * 0.85, (ms) => telling.tell(decideClaim, agent, { claimId: claim.id, outcome, grounds, explanation: grounds.length > 0 ? textOf(random, locale, 40) : null }, ms));
  }
  after(days * 0.9, (ms) => telling.tell(draftReply, agent, { body: replyText(random, telling) }, ms));
  after(days, (ms) => telling.tell(sendReply, isRefused ? dpo : agent, { fileIds: [] }, ms));
  if (!random.is(0.02)) return;
  after(days + 3, (ms) => telling.tell(sendMessage, person, { body: textOf(random, locale, 40) }, ms));
  after(days + 5, (ms) => telling.tell(addNote, agent, { body: textOf(random, locale, 12) }, ms));
}

function endOf(random: Random, { right, marketing = false }: Claim): { outcome: Outcome; grounds: RefusalGround[] } {
  const wanted = random.weighed<Outcome>({ fulfilled: 82, "partly-fulfilled": 8, "no-data-held": 5, refused: 5, redirected: 0 });
  const grounds = groundsOf(right, { marketing }).map(({ ground }) => ground).filter((ground) => !isForWantOfProof([ground]) && ground !== "rights-of-others");
  if (!outcomesOf(right, { marketing }).includes(wanted)) return { outcome: "fulfilled", grounds: [] };
  return { outcome: wanted, grounds: needsGround(wanted) ? [grounds[0] as RefusalGround] : [] };
}

/** What had to be printed is posted half an hour later. Gives the moment from which something else may happen. */
function postLetters(telling: Telling, ms: number, agent: ActingAs, until: number): number {
  const { request, caseFile } = telling;
  if (wayToWrite(caseFile.requester) !== "post" || ms + 1_800_000 > until) return ms;
  for (const { name, eventId, is } of request.letters) if (is === "due") telling.tell(recordPosting, agent, { letter: name, eventId, postedOn: clockAt(ms + 1_800_000).today } as never, ms + 1_800_000);
  return ms + 1_900_000;
}
