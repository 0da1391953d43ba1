import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Area, areaBetween, corners, grown, handleAt, inPercent, isWorthKeeping, moved, newArea, nudged, nudgeOf, pointOn, reached, type Size, stretched, within } from "./mask-boxes";

const card: Size = { width: 1000, height: 600 };
const box: Area = { x: 100, y: 100, width: 200, height: 50 };

describe("the picture that is sent", () => {
  test.each([
    [{ width: 6000, height: 4000 }, { width: 3000, height: 2000 }],
    [{ width: 4000, height: 6000 }, { width: 2000, height: 3000 }],
    [{ width: 640, height: 400 }, { width: 640, height: 400 }],
    [{ width: 9000, height: 1 }, { width: 3000, height: 1 }],
  ])("%o becomes %o: never larger, same shape", (size, sent) => expect(within(3000, size)).toEqual(sent));
});

describe("boxes", () => {
  test("a place on the screen is the same place on the picture, at whatever size it is shown", () => {
    expect(pointOn(card, { left: 50, top: 20, width: 500, height: 300 }, { x: 150, y: 50 })).toEqual({ x: 200, y: 60 });
    expect(pointOn(card, { left: 0, top: 0, width: 2000, height: 1200 }, { x: 150, y: 50 })).toEqual({ x: 75, y: 25 });
  });

  test("drawn from any corner to any other; a pixel that is touched is covered", () => {
    const drawn = { x: 10, y: 20, width: 31, height: 42 };
    expect(areaBetween({ x: 10.9, y: 20.2 }, { x: 40.1, y: 61.5 }, card)).toEqual(drawn);
    expect(areaBetween({ x: 40.1, y: 20.2 }, { x: 10.9, y: 61.5 }, card)).toEqual(drawn);
  });

  test("drawn over the edge, it ends at the edge", () => {
    expect(areaBetween({ x: -50, y: 580 }, { x: 1200, y: 900 }, card)).toEqual({ x: 0, y: 580, width: 1000, height: 20 });
  });

  test("a tap is no box", () => {
    expect(isWorthKeeping(areaBetween({ x: 5, y: 5 }, { x: 8, y: 300 }, card), card)).toBe(false);
    expect(isWorthKeeping(areaBetween({ x: 5, y: 5 }, { x: 15, y: 15 }, card), card)).toBe(true);
  });

  test("moved by keys a hundredth at a time, and no further than the edge", () => {
    expect(nudged(box, "left", card)).toEqual({ ...box, x: 90 });
    expect(nudged({ ...box, y: 3 }, "up", card)).toEqual({ ...box, y: 0 });
    expect(nudged({ ...box, x: 795 }, "right", card)).toEqual({ ...box, x: 800 });
  });

  test("Shift and an arrow change the size at the right and the bottom, down to a hundredth", () => {
    expect([nudgeOf("ArrowRight", true), nudgeOf("ArrowRight", false), nudgeOf("ArrowUp", true), nudgeOf("Enter", false)]).toEqual(["wider", "right", "shorter", null]);
    expect(nudged(box, "wider", card)).toEqual({ ...box, width: 210 });
    expect(nudged({ ...box, height: 12 }, "shorter", card)).toEqual({ ...box, height: 10 });
    expect(grown({ ...box, x: 995, width: 5 }, { x: 10, y: 0 }, card)).toEqual({ ...box, x: 995, width: 5 });
  });

  test("a corner is drawn away while the opposite one holds; it turns over, but does not vanish", () => {
    expect(stretched(box, "se", { x: 50, y: 10 }, card)).toEqual({ x: 100, y: 100, width: 250, height: 60 });
    expect(stretched(box, "nw", { x: 20, y: -30 }, card)).toEqual({ x: 120, y: 70, width: 180, height: 80 });
    expect(stretched(box, "ne", { x: -400, y: 0 }, card)).toEqual({ x: 0, y: 100, width: 100, height: 50 });
    expect(stretched(box, "se", { x: -199, y: 0 }, card)).toEqual(box);
  });

  test("a gesture draws, carries or stretches", () => {
    const from = { x: 150, y: 120 };
    const to = { x: 250, y: 140 };
    expect(reached({ from }, to, card)).toEqual({ x: 150, y: 120, width: 100, height: 20 });
    expect(reached({ from, box }, to, card)).toEqual({ ...box, x: 200, y: 120 });
    expect(reached({ from, box, corner: "se" }, to, card)).toEqual({ ...box, width: 300, height: 70 });
  });

  test("added without drawing: in the picture, none on top of another", () => {
    const places = [0, 1, 2, 3, 4, 5].map((before) => newArea(before, card));
    expect(new Set(places.map(({ x, y }) => `${x},${y}`)).size).toBe(6);
    for (const place of places) expect(place).toEqual(moved(place, { x: 0, y: 0 }, card));
  });

  test("told in hundredths of the picture", () => {
    expect(inPercent(box, card)).toEqual({ left: 10, top: 17, width: 20, height: 8 });
  });

  test("handles stay within reach at the edges", () => {
    expect(corners.map((corner) => handleAt({ x: 0, y: 0, ...card }, corner, card, 2))).toEqual([{ x: 8, y: 8 }, { x: 992, y: 8 }, { x: 8, y: 592 }, { x: 992, y: 592 }]);
    expect(handleAt(box, "nw", card, 1)).toEqual({ x: 90, y: 90 });
  });
});

test("whatever is done to it, a box stays in the picture and is something", () => {
  const point = fc.record({ x: fc.double({ min: -5000, max: 5000, noNaN: true }), y: fc.double({ min: -5000, max: 5000, noNaN: true }) });
  const size = fc.record({ width: fc.integer({ min: 1, max: 3000 }), height: fc.integer({ min: 1, max: 3000 }) });
  fc.assert(
    fc.property(size, point, point, fc.array(fc.tuple(fc.constantFrom("move", "grow", ...corners), point), { maxLength: 8 }), (size, one, other, steps) => {
      const drawn = areaBetween(one, other, size);
      fc.pre(isWorthKeeping(drawn, size));
      const end = steps.reduce((area, [step, by]) => (step === "move" ? moved(area, by, size) : step === "grow" ? grown(area, by, size) : stretched(area, step, by, size)), drawn);
      expect(Object.values(end).every(Number.isInteger)).toBe(true);
      expect(Math.min(end.x, end.y, size.width - end.x - end.width, size.height - end.y - end.height)).toBeGreaterThanOrEqual(0);
      expect(Math.min(end.width, end.height)).toBeGreaterThan(0);
    }),
  );
});
