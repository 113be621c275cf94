const z = 1.959964;

/**
 * Limits of a count of events, by Byar's formula from ten on; the exact ones of fewer as tabulated. Source of the table:
 * Garwood, Biometrika 1936.
 */
export function eventBounds(count: number): readonly [number, number] {
  const few = exactBounds[count];
  if (few !== undefined) return few;
  const at = (events: number, sign: number): number => {
    const ninth = 1 / (9 * events);
    return events * (1 - ninth + sign * z * Math.sqrt(ninth)) ** 3;
  };
  return [at(count, -1), at(count + 1, 1)];
}

const exactBounds: readonly (readonly [number, number])[] = [
  [0.0, 3.688879],
  [0.025318, 5.571643],
  [0.242209, 7.224688],
  [0.618672, 8.767273],
  [1.089865, 10.241589],
  [1.623486, 11.668332],
  [2.201894, 13.059474],
  [2.814363, 14.422675],
  [3.453832, 15.763189],
  [4.115373, 17.084803],
];
