import { type Dispatch, type KeyboardEvent, type RefObject, useEffect, useRef, useState } from "react";
import { inPercent, nudgeOf, type Size } from "./mask-boxes";
import { MaskHandles } from "./mask-handles";
import type { Box, Covering, Step } from "./mask-steps";
import type { MaskWords } from "./mask-words";
import { useGesture } from "./use-gesture";

type Props = { size: Size; state: Covering; dispatch: Dispatch<Step>; words: MaskWords };

/** The boxes over the picture: drawn, carried and stretched by finger and mouse, moved and sized by keys. */
export function MaskStage({ size, state, dispatch, words }: Props) {
  const { boxes, selected } = state;
  const stage = useRef<SVGSVGElement>(null);
  const unit = useUnit(stage, size);
  const { live, ...gestures } = useGesture(size, state, dispatch);
  const byKey = (box: Box, event: KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const nudge = nudgeOf(event.key, event.shiftKey);
    if (nudge) dispatch({ do: "nudge", id: box.id, nudge, size });
    else if (event.key === "Delete" || event.key === "Backspace") dispatch({ do: "remove", id: box.id });
    else return;
    event.preventDefault();
  };
  const select = (box: Box) => dispatch({ do: "select", id: box.id });
  const shown = boxes.map((box) => (live?.id === box.id ? { ...live.area, id: box.id } : box));
  const chosen = shown.find((box) => box.id === selected);
  return (
    <svg ref={stage} className="mask-boxes" viewBox={`0 0 ${size.width} ${size.height}`} role="application" aria-label={words.stage} {...gestures}>
      {shown.map((box, index) => (
        <g
          key={box.id}
          data-box={box.id}
          className={box.id === selected ? "mask-box mask-box-selected" : "mask-box"}
          tabIndex={0}
          role="button"
          aria-roledescription={words.boxRole}
          aria-label={words.box(index + 1, inPercent(box, size))}
          onFocus={() => select(box)}
          onClick={() => select(box)}
          onKeyDown={(event) => byKey(box, event)}
        >
          <rect x={box.x} y={box.y} width={box.width} height={box.height} />
        </g>
      ))}
      {live && live.id === null && <rect className="mask-drawn" {...live.area} />}
      {chosen && <MaskHandles box={chosen} size={size} unit={unit} />}
    </svg>
  );
}

/** Pixels of the picture to one of the screen, as the picture is shown now. */
function useUnit(stage: RefObject<SVGSVGElement | null>, { width }: Size): number {
  const [unit, setUnit] = useState(1);
  useEffect(() => {
    const shown = stage.current;
    if (!shown) return;
    const watch = new ResizeObserver(() => setUnit(width / Math.max(1, shown.clientWidth)));
    watch.observe(shown);
    return () => watch.disconnect();
  }, [stage, width]);
  return unit;
}
