import fc from "fast-check";
import { expect, test } from "vitest";
import type { Line } from "./lines";
import { floor, publishedOf } from "./published";

const line = (key: string, received: number, answered = 0, onTime = 0): Line => ({ key, received, answered, onTime, suspended: 0, extended: 0, medianDays: answered > 0 ? 12 : null, p90Days: null });

test("large numbers are told to the nearest ten, and shares are those of the rounded numbers", () => {
  expect(publishedOf(line("", 204, 151, 118), [line("access", 124), line("erasure", 76)])).toEqual({
    received: 200,
    answered: 150,
    onTime: { is: "exactly", percent: 80 },
    medianDays: 12,
    rights: [{ keys: ["access"], percent: 60 }, { keys: ["erasure"], percent: 40 }],
  });
});

test("two publications that differ by one request look the same, unless it takes a number to its next step", () => {
  const told = (received: number, answered: number, onTime: number, access: number) => JSON.stringify(publishedOf(line("", received, answered, onTime), [line("access", access), line("erasure", received - access)]));
  const before = told(200, 150, 120, 120);
  for (const after of [told(201, 150, 120, 121), told(201, 151, 121, 120), told(199, 149, 119, 119), told(200, 150, 121, 120), told(200, 150, 119, 120)]) expect(after).toBe(before);
  expect(told(205, 150, 120, 124)).not.toBe(before);
});

test("fewer than ten are told as that, and nothing is said about their answers", () => {
  expect(publishedOf(line("", 9, 9, 9), [line("access", 9)])).toEqual({ received: null, answered: null, onTime: null, medianDays: null, rights: [] });
});

test("whether none or nine were late, the same is told; likewise on time", () => {
  const told = (onTime: number) => publishedOf(line("", 200, 200, onTime), []).onTime;
  expect(new Set(Array.from({ length: 10 }, (_, late) => JSON.stringify(told(200 - late))))).toEqual(new Set([JSON.stringify({ is: "more-than", percent: 94 })]));
  expect(new Set(Array.from({ length: 10 }, (_, timely) => JSON.stringify(told(timely))))).toEqual(new Set([JSON.stringify({ is: "less-than", percent: 6 })]));
  expect(told(190)).toEqual({ is: "exactly", percent: 95 });
});

test("a right few asked for stands with others, never alone: not even when it is the only one", () => {
  const rights = (...counts: number[]) => publishedOf(line("", 500), counts.map((count, index) => line(`r${index}`, count))).rights.map(({ keys }) => keys);
  expect(rights(100, 50, 8, 3)).toEqual([["r0"], ["r1"], ["r2", "r3"]]);
  expect(rights(100, 50, 3)).toEqual([["r0"], ["r1", "r2"]]);
  expect(rights(100, 50, 0, 0)).toEqual([["r0"], ["r1", "r2", "r3"]]);
  expect(rights(100, 4, 3)).toEqual([]);
  expect(rights(100, 50)).toEqual([["r0"], ["r1"]]);
});

test("whatever the numbers: nothing more can be told from a publication than from the numbers in their steps", () => {
  const step = (count: number) => (count < floor ? 0 : Math.round(count / floor));
  const within = (count: number) => fc.integer({ min: 0, max: 9 }).map((more) => (step(count) === 0 ? more : Math.max(floor, step(count) * floor - 5 + more))).filter((other) => step(other) === step(count));
  const numbers = fc.tuple(fc.nat(400), fc.nat(400), fc.nat(400));
  const alike = numbers.chain(([received, answered, onTime]) => fc.tuple(fc.constant([received, answered, onTime] as const), within(received), within(answered), within(onTime)));
  fc.assert(
    fc.property(alike, ([[received, answered, onTime], ...other]) => {
      const late = answered - onTime;
      fc.pre(late >= 0 && other[1] >= other[2] && (late < floor) === (other[1] - other[2] < floor));
      expect(publishedOf(line("", ...other), [])).toEqual(publishedOf(line("", received, answered, onTime), []));
    }),
  );
});

test("whatever the numbers: every group has ten or more, stands for every right once, and no exact share leaves fewer than ten on a side", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 60 }), { maxLength: 11 }), fc.nat(400), fc.nat(400), (counts, answered, timely) => {
      const lines = counts.map((count, index) => line(`r${index}`, count));
      const onTime = Math.min(timely, answered);
      const { rights, onTime: told, answered: said } = publishedOf(line("", 500, answered, onTime), lines);
      for (const { keys } of rights) {
        expect(lines.filter(({ key }) => keys.includes(key)).reduce((sum, { received }) => sum + received, 0)).toBeGreaterThanOrEqual(floor);
      }
      if (rights.length > 0) expect(rights.flatMap(({ keys }) => keys).toSorted()).toEqual(lines.map(({ key }) => key).toSorted());
      expect(said === null).toBe(answered < floor);
      if (told?.is === "exactly") expect(Math.min(onTime, answered - onTime)).toBeGreaterThanOrEqual(floor);
      if (told?.is === "more-than") expect((100 * onTime) / answered).toBeGreaterThan(told.percent - 1e-9);
      if (told?.is === "less-than") expect((100 * onTime) / answered).toBeLessThan(told.percent + 1e-9);
    }),
  );
});
