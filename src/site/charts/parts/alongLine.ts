/** Half of a line with some air, in px, and the way from one place on it to the next. */
const [lineRoom, lineStep] = [3, 6];

/** A line as places on it. */
export function alongLine(corners: readonly Corner[]): readonly Required<Corner>[] {
  return corners.slice(1).flatMap((to, index) => {
    const from = corners[index] ?? to;
    const steps = Math.max(1, Math.ceil(Math.hypot(to.x - from.x, to.y - from.y) / lineStep));
    const part = (at: number): number => (at + 1) / steps;
    return Array.from({length: steps}, (_, at) => ({
      x: from.x + (to.x - from.x) * part(at),
      y: from.y + (to.y - from.y) * part(at),
      half: lineRoom,
    }));
  });
}

export interface Corner {
  readonly x: number;
  readonly y: number;
  readonly half?: number;
}
