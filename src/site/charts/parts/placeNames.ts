import {plain, type Label} from "./labels.ts";
import {measureText} from "./measureText.ts";

/** A dot in px, with the name that it would like beside it. */
export interface NamedDot {
  readonly x: number;
  readonly y: number;
  readonly text: string;
}

interface Room {
  /** Centres of all dots, named or not, and what else no name may stand on, with its half width where it is no dot. */
  readonly taken: readonly {readonly x: number; readonly y: number; readonly half?: number}[];
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly foot: number;
}

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Half of a dot with some air, and of a line of text, in px. */
const dotRoom = 9;
const half = 9;

/**
 * Names beside their dots, to the right, to the left, above or below, where they touch neither one another nor a dot; what has no
 * room is left out. The outermost are placed first.
 */
export function placeNames(dots: readonly NamedDot[], room: Room): readonly Label[] {
  const taken: Box[] = room.taken.map(({x, y, half: own = dotRoom}) => {
    return {left: x - own, right: x + own, top: y - own, bottom: y + own};
  });
  return dots.flatMap((dot) => {
    const width = measureText(dot.text, plain);
    const places = [
      {x: dot.x + dotRoom + 2, y: dot.y},
      {x: dot.x - dotRoom - 2 - width, y: dot.y},
      {x: dot.x - width / 2, y: dot.y - 2 * half},
      {x: dot.x - width / 2, y: dot.y + 2 * half},
    ];
    const place = places.find(({x, y}) => isFree(box(x, x + width, y), taken, room));
    if (place === undefined) return [];
    taken.push(box(place.x - 2, place.x + width + 2, place.y));
    return [{x: place.x, y: place.y, text: dot.text}];
  });
}

function box(left: number, right: number, y: number): Box {
  return {left, right, top: y - half, bottom: y + half};
}

function isFree(wish: Box, taken: readonly Box[], {left, right, top, foot}: Room): boolean {
  const isInside = wish.left >= left && wish.right <= right && wish.top >= top && wish.bottom <= foot;
  return (
    isInside &&
    taken.every(
      (other) =>
        wish.right <= other.left || wish.left >= other.right || wish.bottom <= other.top || wish.top >= other.bottom,
    )
  );
}
