import { expect, test } from "vitest";
import { mask } from "@/lib/i18n/fr/mask";
import { type Covering, covering, type Step, uncovered } from "./mask-steps";
import { saidOf } from "./mask-words";

const size = { width: 1000, height: 500 };
const area = { x: 0, y: 0, width: 100, height: 50 };
const after = (...steps: Step[]): Covering => steps.reduce(covering, uncovered);
const draw: Step = { do: "draw", area };
const to = (id: number, x: number): Step => ({ do: "move", id, area: { ...area, x } });
const press = (nudge: "left" | "right"): Step => ({ do: "nudge", id: 1, nudge, size });

test("a box put there is selected, to be moved; one that is drawn is not, so that another can be drawn beside it", () => {
  const two = after(draw, { do: "place", size });
  expect([two.boxes.length, two.selected, two.told]).toEqual([2, 2, { what: "added", number: 2 }]);
  expect(covering(two, draw)).toMatchObject({ selected: null, told: { what: "added", number: 3 } });
});

test("undo goes back one step at a time, to nothing, and then does nothing", () => {
  const state = after(draw, to(1, 300), { do: "remove", id: 1 });
  const undo: Step = { do: "undo" };
  const back = [undo, undo, undo].map((_, index, all) => all.slice(0, index + 1).reduce(covering, state).boxes);
  expect(back).toEqual([[{ ...area, x: 300, id: 1 }], [{ ...area, id: 1 }], []]);
  const begun = after(draw, undo);
  expect(covering(begun, undo)).toBe(begun);
});

test("a run of keys on one box is undone together; a drag before it is not", () => {
  const state = after(draw, to(1, 300), press("right"), press("right"), press("right"));
  expect(state.boxes).toEqual([{ ...area, x: 330, id: 1 }]);
  expect(covering(state, { do: "undo" }).boxes).toEqual([{ ...area, x: 300, id: 1 }]);
});

test("a key at the edge, where nothing moves, leaves nothing to undo", () => {
  const state = after(draw);
  expect(covering(state, press("left"))).toBe(state);
});

test("when a box goes, its neighbour is selected; when all go, none", () => {
  const three = after(draw, draw, draw);
  expect(covering(three, { do: "remove", id: 2 })).toMatchObject({ selected: 3, boxes: [{ id: 1 }, { id: 3 }] });
  expect(covering(three, { do: "remove", id: 3 }).selected).toBe(2);
  expect(covering(three, { do: "clear" })).toMatchObject({ boxes: [], selected: null });
  expect(covering(covering(three, { do: "clear" }), { do: "undo" }).boxes.length).toBe(3);
});

test("what was done is said, with where the box is now", () => {
  const said = (...steps: Step[]) => saidOf(after(...steps), size, mask)?.replaceAll("\u00a0", " ");
  expect(said(draw)).toBe("Cache 1 posé à 0 % du bord gauche et 0 % du haut, large de 10 %, haut de 10 %.");
  expect(said(draw, to(1, 500))).toBe("Cache 1 à 50 % du bord gauche et 0 % du haut, large de 10 %, haut de 10 %.");
  expect(said(draw, draw, { do: "remove", id: 1 })).toBe("Cache 1 enlevé. Il en reste un.");
  expect(said(draw, { do: "clear" })).toBe(mask.told.cleared);
  expect(said(draw, { do: "undo" })).toBe(mask.told.undone(0));
  expect(said({ do: "place", size }, { do: "select", id: null })).toBeUndefined();
});
