import "server-only";
import { receiverBy, ruleFor } from "@/lib/request/assignment-rule";
import { placeByRule } from "@/lib/request/handle/place-by-rule";
import { ruleActor } from "../actor";
import { newestRules } from "../assignment-rules";
import { now } from "../clock";
import { civilDay } from "../clock-facts";
import { db } from "../db";
import { loads } from "../hands";
import { perform } from "../perform";
import type { Handler } from "./job";

const batch = 500;

/**
 * Applies the rules to the open cases nobody has and no team, the most urgent first; not where the rules have changed since
 * somebody asked for it. What went somewhere meanwhile stays there, so that run twice it goes on where it stopped.
 */
export const applyRules: Handler<"apply-rules"> = async ({ version }, { signal }) => {
  const { rules, version: inForce } = await newestRules();
  if (inForce !== version) return;
  const hands = await loads(civilDay(now()));
  let after = { dueOn: new Date(0), reference: "" };
  for (let isMore = true; isMore && !signal?.aborted; ) {
    const rows = await db().subjectRequest.findMany({
      where: { assigneeId: null, isOnDesk: true, teamId: null, OR: [{ dueOn: { gt: after.dueOn } }, { dueOn: after.dueOn, reference: { gt: after.reference } }] },
      orderBy: [{ dueOn: "asc" }, { reference: "asc" }],
      take: batch,
      select: { reference: true, rights: true, locale: true, dueOn: true },
    });
    for (const { reference, ...asked } of rows) {
      const rule = ruleFor(rules, asked);
      const receiver = rule && receiverBy(rule, hands);
      const to = receiver?.staffId ? { staffId: receiver.staffId } : receiver?.teamId ? { teamId: receiver.teamId } : null;
      if (!to) continue;
      const done = await perform(ruleActor(), placeByRule, { to }, { reference });
      const hand = hands.find(({ id }) => id === receiver?.staffId);
      if (hand && "ok" in done) hand.open += 1;
    }
    isMore = rows.length === batch;
    after = rows.at(-1) ?? after;
  }
  if (signal?.aborted) throw new Error("broken-off");
};
