import { expect, test } from "vitest";
import { type AssignmentRule, changedRules, type Hand, mostRules, receiverBy, ruleFor } from "./assignment-rule";

const rule = (to: AssignmentRule["to"], rights: AssignmentRule["rights"] = [], locale: AssignmentRule["locale"] = null): AssignmentRule => ({ rights, locale, to });
const [erasure, english, any] = [rule({ teamId: "t1" }, ["erasure", "objection"]), rule({ teamId: "t2" }, [], "en"), rule({ teamId: "t3" })];

test("the first rule that fits decides; one of several rights is enough", () => {
  expect(ruleFor([erasure, english, any], { rights: ["access", "erasure"], locale: "en" })).toBe(erasure);
  expect(ruleFor([erasure, english, any], { rights: ["access"], locale: "en" })).toBe(english);
  expect(ruleFor([erasure, english, any], { rights: ["access"], locale: "fr" })).toBe(any);
  expect(ruleFor([erasure, english], { rights: ["access"], locale: "fr" })).toBeNull();
  expect(ruleFor([], { rights: ["access"], locale: "fr" })).toBeNull();
});

const hand = (id: string, open: number, rest: Partial<Hand> = {}): Hand => ({ id, teamId: "t1", isHere: true, open, ...rest });

test("whoever has the least of those who are here; nobody of them: the team", () => {
  const team = [hand("c", 2), hand("b", 1), hand("a", 1), hand("away", 0, { isHere: false }), hand("other", 0, { teamId: "t2" })];
  expect(receiverBy(rule({ leastOf: "t1" }), team)).toEqual({ staffId: "a", teamId: "t1" });
  expect(receiverBy(rule({ leastOf: "t1" }), team.filter(({ isHere, teamId }) => !isHere || teamId !== "t1"))).toEqual({ staffId: null, teamId: "t1" });
});

test("somebody away: their team, then nobody; somebody gone: nobody", () => {
  expect(receiverBy(rule({ staffId: "a" }), [hand("a", 9)])).toEqual({ staffId: "a", teamId: "t1" });
  expect(receiverBy(rule({ staffId: "a" }), [hand("a", 0, { isHere: false })])).toEqual({ staffId: null, teamId: "t1" });
  expect(receiverBy(rule({ staffId: "a" }), [hand("a", 0, { isHere: false, teamId: null })])).toBeNull();
  expect(receiverBy(rule({ staffId: "a" }), [])).toBeNull();
});

test("the list: added at the end, moved up, removed; what is not there changes nothing", () => {
  expect(changedRules([erasure], { add: any })).toEqual([erasure, any]);
  expect(changedRules([erasure, english, any], { up: 2 })).toEqual([erasure, any, english]);
  expect(changedRules([erasure, english], { remove: 0 })).toEqual([english]);
  for (const change of [{ up: 0 }, { up: 2 }, { remove: 2 }, { remove: -1 }]) expect(changedRules([erasure, english], change)).toBeNull();
  expect(changedRules(Array.from({ length: mostRules }, () => any), { add: any })).toBeNull();
});
