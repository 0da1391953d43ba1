import { type Area, newArea, type Nudge, nudged, type Size } from "./mask-boxes";

export type Box = Area & { id: number };
/** What was done last, to be told: to the box of this number, where there is one. */
export type Told = { what: "added" | "moved" | "removed" | "cleared" | "undone"; number: number };

export type Covering = {
  boxes: readonly Box[];
  selected: number | null;
  /** The boxes before each step, newest last. */
  past: readonly (readonly Box[])[];
  nextId: number;
  /** The box that keys are moving just now. */
  run: number | null;
  told: Told | null;
};

export type Step =
  /** Not selected: its corners would be in the way of the next one, drawn beside it. */
  | { do: "draw"; area: Area }
  /** Selected: it is to be moved. */
  | { do: "place"; size: Size }
  | { do: "move"; id: number; area: Area }
  /** One of many small moves, which are undone together; from where the box is by then, however quickly they follow each other. */
  | { do: "nudge"; id: number; nudge: Nudge; size: Size }
  | { do: "remove"; id: number }
  | { do: "clear" }
  | { do: "undo" }
  | { do: "select"; id: number | null };

export const uncovered: Covering = { boxes: [], selected: null, past: [], nextId: 1, run: null, told: null };

/** The boxes after a step; all but selecting can be undone. */
export function covering(state: Covering, step: Step): Covering {
  const { boxes, past } = state;
  const changed = (next: readonly Box[], told: Told, selected: number | null): Covering => ({ ...state, boxes: next, told, selected, run: null, past: [...past, boxes] });
  switch (step.do) {
    case "draw":
      return { ...changed([...boxes, { ...step.area, id: state.nextId }], { what: "added", number: boxes.length + 1 }, null), nextId: state.nextId + 1 };
    case "place":
      return { ...covering(state, { do: "draw", area: newArea(boxes.length, step.size) }), selected: state.nextId };
    case "move":
    case "nudge": {
      const number = numberOf(state, step.id);
      const before = boxes[number - 1];
      const area = before && (step.do === "move" ? step.area : nudged(before, step.nudge, step.size));
      if (!before || !area || isSame(before, area)) return state;
      const next = changed(boxes.map((box) => (box.id === step.id ? { ...area, id: box.id } : box)), { what: "moved", number }, step.id);
      return step.do === "move" ? next : { ...next, run: step.id, past: state.run === step.id ? past : next.past };
    }
    case "remove": {
      const number = numberOf(state, step.id);
      const left = boxes.filter((box) => box.id !== step.id);
      return number === 0 ? state : changed(left, { what: "removed", number }, (left[number - 1] ?? left.at(-1))?.id ?? null);
    }
    case "clear":
      return boxes.length === 0 ? state : changed([], { what: "cleared", number: 0 }, null);
    case "undo": {
      const before = past.at(-1);
      if (!before) return state;
      return { ...state, boxes: before, past: past.slice(0, -1), run: null, told: { what: "undone", number: 0 }, selected: before.some((box) => box.id === state.selected) ? state.selected : null };
    }
    case "select":
      return step.id === state.selected ? state : { ...state, selected: step.id, run: null, told: null };
  }
}

/** How a box is called: first, second …; 0 when it is gone. */
export function numberOf({ boxes }: Covering, id: number | null): number {
  return boxes.findIndex((box) => box.id === id) + 1;
}

function isSame(one: Area, other: Area): boolean {
  return one.x === other.x && one.y === other.y && one.width === other.width && one.height === other.height;
}
