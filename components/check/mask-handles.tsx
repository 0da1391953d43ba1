import { type Area, corners, handleAt, type Size } from "./mask-boxes";

/** Half the side of what can be taken hold of, in pixels of the screen. WCAG 2.2 asks 24 in all. */
const half = 16;

/** Corners to stretch a box by, beside it so that small boxes can still be carried. `unit`: pixels of the picture to one of the screen. */
export function MaskHandles({ box, size, unit }: { box: Area; size: Size; unit: number }) {
  return corners.map((corner) => {
    const { x, y } = handleAt(box, corner, size, unit);
    return (
      <g key={corner} data-corner={corner} className={`mask-handle mask-handle-${corner}`} aria-hidden="true">
        <rect x={x - half * unit} y={y - half * unit} width={2 * half * unit} height={2 * half * unit} />
        <circle cx={x} cy={y} r={7 * unit} />
      </g>
    );
  });
}
