import { expect, test } from "vitest";
import { alwaysSeesAll, isWithin, mayGiveTo, mayTake, reachOf, scopeOf, type Viewer } from "./case-scope";

test.each([
  [["agent"], "all", "all"],
  [["agent"], "team", "team"],
  [["agent"], "own", "own"],
  [["agent", "administrator"], "own", "own"],
  [["agent", "dpo"], "own", "all"],
  [["auditor"], "team", "all"],
  [["agent"], "everything", "own"],
])("%j, set to %s → %s", (held, set, scope) => {
  expect(scopeOf(held, set)).toBe(scope);
  expect(alwaysSeesAll(held)).toBe(held.includes("dpo") || held.includes("auditor"));
});

const viewer = (caseScope: Viewer["caseScope"], teamId: string | null = "t1"): Viewer => ({ id: "me", teamId, caseScope });

test("what is seen: all; one's team and one's own; one's own. No team is nobody's team", () => {
  expect(reachOf(viewer("all"))).toBeNull();
  expect(reachOf(viewer("team"))).toEqual({ assigneeId: "me", teamId: "t1" });
  for (const narrow of [viewer("own"), viewer("team", null)]) expect(reachOf(narrow)).toEqual({ assigneeId: "me", teamId: null });
});

test("a case is within: whatever one has, and one's team's where one sees it", () => {
  const placed = (assigneeId: string | null, teamId: string | null) => ({ assigneeId, teamId });
  const cases = [placed("me", null), placed(null, "t1"), placed("you", "t1"), placed("you", "t2"), placed(null, null)];
  const within = (who: Viewer) => cases.map((one) => isWithin(reachOf(who), one));
  expect(within(viewer("all"))).toEqual([true, true, true, true, true]);
  expect(within(viewer("team"))).toEqual([true, true, true, false, false]);
  expect(within(viewer("team", null))).toEqual([true, false, false, false, false]);
  expect(within(viewer("own"))).toEqual([true, false, false, false, false]);
});

test("taking and giving: within one's team, unless one sees all; whoever sees their own alone does neither", () => {
  expect([viewer("all"), viewer("team"), viewer("own")].map(mayTake)).toEqual([true, true, false]);
  for (const teamId of ["t1", "t2", null]) expect(mayGiveTo(viewer("all"), teamId)).toBe(true);
  expect(["t1", "t2", null].map((teamId) => mayGiveTo(viewer("team"), teamId))).toEqual([true, false, false]);
  expect(["t1", null].map((teamId) => mayGiveTo(viewer("team", null), teamId))).toEqual([false, false]);
  expect(["t1", null].map((teamId) => mayGiveTo(viewer("own"), teamId))).toEqual([false, false]);
});
