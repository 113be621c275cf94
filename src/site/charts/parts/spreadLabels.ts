/** A label of a given width that would like to be centred on a point. All in px. */
export interface LabelWish {
  readonly centre: number;
  readonly width: number;
}

/**
 * Centres near those wished for at which labels stand side by side without touching, within `from` and `to`. Nothing
 * where they do not fit.
 */
export function spreadLabels(
  wishes: readonly LabelWish[],
  {from, to, gap}: {from: number; to: number; gap: number},
): readonly number[] | undefined {
  const needed = wishes.reduce((sum, {width}) => sum + width + gap, -gap);
  if (needed > to - from) return undefined;
  const centres: number[] = [];
  let free = from;
  for (const {centre, width} of wishes) {
    const start = Math.max(free, centre - width / 2);
    centres.push(start + width / 2);
    free = start + width + gap;
  }
  // Whatever was pushed over the end is pushed back, the last first.
  let limit = to;
  for (let index = wishes.length - 1; index >= 0; index -= 1) {
    const width = wishes[index]?.width ?? 0;
    const centre = Math.min(centres[index] ?? 0, limit - width / 2);
    centres[index] = centre;
    limit = centre - width / 2 - gap;
  }
  return centres;
}
