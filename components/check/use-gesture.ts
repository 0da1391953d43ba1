import { type Dispatch, type PointerEvent, useRef, useState } from "react";
import { type Area, type Corner, type Gesture, isWorthKeeping, pointOn, reached, type Size } from "./mask-boxes";
import type { Box, Covering, Step } from "./mask-steps";

/** The area under the finger while it moves; the box it belongs to, null for a new one. */
type Live = { id: number | null; area: Area };
type Held = { pointer: number; id: number | null; gesture: Gesture };

/** One finger or the mouse's first button at work on the boxes; what it did becomes a step when it lets go. */
export function useGesture(size: Size, { boxes, selected }: Covering, dispatch: Dispatch<Step>) {
  const held = useRef<Held | null>(null);
  const [live, setLive] = useState<Live | null>(null);
  const pointOf = (event: PointerEvent<SVGSVGElement>) => pointOn(size, event.currentTarget.getBoundingClientRect(), { x: event.clientX, y: event.clientY });
  const letGo = () => {
    held.current = null;
    setLive(null);
  };

  const onPointerDown = (event: PointerEvent<SVGSVGElement>) => {
    if (!event.isPrimary || event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    const corner = cornerAt(event.target);
    const box = corner ? boxes.find((each) => each.id === selected) : boxAt(event.target, boxes);
    held.current = { pointer: event.pointerId, id: box?.id ?? null, gesture: { from: pointOf(event), box, corner } };
    if (!corner) dispatch({ do: "select", id: box?.id ?? null });
  };
  const onPointerMove = (event: PointerEvent<SVGSVGElement>) => {
    const { current } = held;
    if (current?.pointer === event.pointerId) setLive({ id: current.id, area: reached(current.gesture, pointOf(event), size) });
  };
  const onPointerUp = (event: PointerEvent<SVGSVGElement>) => {
    const { current } = held;
    if (current?.pointer !== event.pointerId) return;
    letGo();
    const area = reached(current.gesture, pointOf(event), size);
    if (current.id !== null) dispatch({ do: "move", id: current.id, area });
    else if (isWorthKeeping(area, size)) dispatch({ do: "draw", area });
  };
  return { live, onPointerDown, onPointerMove, onPointerUp, onPointerCancel: letGo };
}

/** The box an event happened on. */
function boxAt(target: EventTarget, boxes: readonly Box[]): Box | undefined {
  const id = Number((target as Element).closest("[data-box]")?.getAttribute("data-box"));
  return boxes.find((box) => box.id === id);
}

function cornerAt(target: EventTarget): Corner | null {
  return ((target as Element).closest("[data-corner]")?.getAttribute("data-corner") as Corner | null | undefined) ?? null;
}
