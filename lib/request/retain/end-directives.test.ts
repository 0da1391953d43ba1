import { expect, test } from "vitest";
import { after, agent, decide, dpo, filed } from "../fixtures/scenario";
import { isAllowed } from "../allowed";
import { decideClaim } from "../handle/decide-claim";
import { draftReply } from "../reply/draft-reply";
import { sendReply } from "../reply/send-reply";
import { endDirectives } from "./end-directives";
import { keepsDirective } from "./keeps-directive";

function answered(outcome: "fulfilled" | "refused") {
  const asked = filed("post-mortem-directive");
  const decided = after(asked, decideClaim, { actor: dpo, input: { claimId: asked.request.claims[0]!.id, outcome, grounds: outcome === "refused" ? ["identity-not-established"] : [], explanation: null } });
  return after(after(decided, draftReply, { actor: dpo, input: { body: "Voici. CNIL, tribunal." } }), sendReply, { actor: dpo, input: { fileIds: [] } });
}

test("recorded directives that were carried out or revoked keep nothing any longer; it is noted once", () => {
  for (const how of ["carried-out", "revoked"] as const) {
    const recorded = answered("fulfilled");
    expect(keepsDirective(recorded.request)).toBe(true);
    const ended = after(recorded, endDirectives, { actor: dpo, input: { how }, on: "2027-03-01" });
    expect(ended.events.at(-1)).toMatchObject({ type: "DirectivesEnded", data: { how } });
    expect(ended.request).toMatchObject({ state: "answered", closedOn: recorded.request.closedOn, directivesEndedOn: "2027-03-01" });
    expect(keepsDirective(ended.request)).toBe(false);
    expect(decide(ended, endDirectives, { actor: dpo, input: { how } })).toEqual({ refused: "not-allowed-now" });
  }
});

test("there is nothing to end before directives are recorded, nor where they were refused", () => {
  for (const { request } of [filed("post-mortem-directive"), answered("refused"), filed("access")]) expect(isAllowed(request, "endDirectives")).toBe(false);
});

test("it is the DPO's, who has just proved who they are", () => {
  expect([endDirectives.permission, endDirectives.asksProof]).toEqual(["directives.end", true]);
  expect([dpo, agent].map((actor) => actor.kind === "staff" && actor.permissions.has("directives.end"))).toEqual([true, false]);
});
