/** Where black boxes lie on a picture. All lengths are whole pixels of the picture that will be sent. */
export type Size = { width: number; height: number };
export type Point = { x: number; y: number };
export type Area = Point & Size;
export const corners = ["nw", "ne", "sw", "se"] as const;
export type Corner = (typeof corners)[number];

/** The same shape, its long side at most `longest`. */
export function within(longest: number, { width, height }: Size): Size {
  const scale = Math.min(1, longest / Math.max(width, height));
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}

/** A hundredth of the long side: how far a key moves, and the least a box measures. */
export function stepOf({ width, height }: Size): number {
  return Math.max(1, Math.round(Math.max(width, height) / 100));
}

/** From a place on the screen to a place on the picture, which is shown in `shown`. */
export function pointOn(size: Size, shown: { left: number; top: number } & Size, at: Point): Point {
  return { x: ((at.x - shown.left) / shown.width) * size.width, y: ((at.y - shown.top) / shown.height) * size.height };
}

/** The area between two points, cut to the picture; a pixel that is touched is covered. */
export function areaBetween(one: Point, other: Point, size: Size): Area {
  const [left, right] = span(one.x, other.x, size.width);
  const [top, bottom] = span(one.y, other.y, size.height);
  return { x: left, y: top, width: right - left, height: bottom - top };
}

/** A slip of the finger is no box. */
export function isWorthKeeping({ width, height }: Area, size: Size): boolean {
  return width >= stepOf(size) && height >= stepOf(size);
}

/** One gesture with finger or mouse: a new box from a point, a box carried from a point, or one of its corners drawn. */
export type Gesture = { from: Point; box?: Area | undefined; corner?: Corner | null };

/** The area a gesture has come to. */
export function reached({ from, box, corner }: Gesture, to: Point, size: Size): Area {
  if (!box) return areaBetween(from, to, size);
  const by = { x: to.x - from.x, y: to.y - from.y };
  return corner ? stretched(box, corner, by, size) : moved(box, by, size);
}

/** Moved, but never out of the picture. */
export function moved(area: Area, by: Point, size: Size): Area {
  return {
    ...area,
    x: clamp(Math.round(area.x + by.x), 0, size.width - area.width),
    y: clamp(Math.round(area.y + by.y), 0, size.height - area.height),
  };
}

/** Wider or taller at the right and the bottom; never out of the picture, never smaller than a step. */
export function grown(area: Area, by: Point, size: Size): Area {
  const least = stepOf(size);
  return {
    ...area,
    width: clamp(Math.round(area.width + by.x), Math.min(least, size.width - area.x), size.width - area.x),
    height: clamp(Math.round(area.height + by.y), Math.min(least, size.height - area.y), size.height - area.y),
  };
}

/** What a key or a button does to a box, one step at a time; sizes change at the right and the bottom. */
export const moves = { left: { x: -1, y: 0 }, right: { x: 1, y: 0 }, up: { x: 0, y: -1 }, down: { x: 0, y: 1 } } as const;
export const resizes = { narrower: moves.left, wider: moves.right, shorter: moves.up, taller: moves.down } as const;
export type Nudge = keyof typeof moves | keyof typeof resizes;

export function nudged(area: Area, nudge: Nudge, size: Size): Area {
  const step = stepOf(size);
  const by = { ...moves, ...resizes }[nudge];
  return (nudge in moves ? moved : grown)(area, { x: by.x * step, y: by.y * step }, size);
}

/** The nudge of an arrow key, with Shift or without. */
export function nudgeOf(key: string, isShift: boolean): Nudge | null {
  const index = ["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown"].indexOf(key);
  return (Object.keys(isShift ? resizes : moves)[index] as Nudge | undefined) ?? null;
}

/** One corner drawn away, the opposite one held. */
export function stretched(area: Area, corner: Corner, by: Point, size: Size): Area {
  const right = area.x + area.width;
  const bottom = area.y + area.height;
  const [fixedX, movingX] = corner.includes("w") ? [right, area.x] : [area.x, right];
  const [fixedY, movingY] = corner.includes("n") ? [bottom, area.y] : [area.y, bottom];
  const next = areaBetween({ x: fixedX, y: fixedY }, { x: movingX + by.x, y: movingY + by.y }, size);
  return isWorthKeeping(next, size) ? next : area;
}

/** Where a corner is taken hold of: a little outside the box, but inside the picture. `unit`: pixels of the picture to one of the screen. */
export function handleAt(area: Area, corner: Corner, { width, height }: Size, unit: number): Point {
  const [outside, inside] = [10 * unit, 4 * unit];
  return {
    x: clamp(corner.includes("e") ? area.x + area.width + outside : area.x - outside, inside, width - inside),
    y: clamp(corner.includes("s") ? area.y + area.height + outside : area.y - outside, inside, height - inside),
  };
}

/** A first size for a box that is not drawn: in the middle, each a little lower than those before. */
export function newArea(before: number, size: Size): Area {
  const width = Math.ceil(size.width / 3);
  const height = Math.ceil(size.height / 6);
  const shift = (before % 6) * 2 * stepOf(size);
  return moved({ x: 0, y: 0, width, height }, { x: (size.width - width) / 2 + shift, y: (size.height - height) / 2 + shift }, size);
}

/** The same area in hundredths of the picture, to be told. */
export function inPercent({ x, y, width, height }: Area, size: Size): { left: number; top: number; width: number; height: number } {
  const of = (part: number, whole: number) => Math.round((part / whole) * 100);
  return { left: of(x, size.width), top: of(y, size.height), width: of(width, size.width), height: of(height, size.height) };
}

function span(one: number, other: number, length: number): [number, number] {
  const from = clamp(Math.floor(Math.min(one, other)), 0, length);
  return [from, clamp(Math.ceil(Math.max(one, other)), from, length)];
}

function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(value, most));
}
