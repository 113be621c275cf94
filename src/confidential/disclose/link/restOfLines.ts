import type {LinkedCell, Links, Sum} from "./links.ts";

/**
 * Gives what a line leaves over a cell of its own: where a total and some of its parts can be known and several others
 * cannot, these others together follow by subtraction ("everybody who did not name heroin").
 */
export function restOfLines({cells, sums}: Links): Links {
  const known = knownFrom(cells, sums);
  const rests = new Map<string, LinkedCell>();
  const divided = sums.flatMap((sum): readonly Sum[] => {
    const left = sum.parts.filter((part) => !known.has(part));
    const isRest = known.has(sum.total) && left.length > 1 && left.length < sum.parts.length;
    if (!isRest) return [sum];
    const key = left.toSorted().join(" or ");
    rests.set(key, {key, shown: false, level: 0});
    const others = sum.parts.filter((part) => known.has(part));
    return [
      {total: sum.total, parts: [...others, key]},
      {total: key, parts: left},
    ];
  });
  return {cells: new Map([...cells, ...rests]), sums: divided};
}

/** What can be worked out from the cells that are shown, were none of them withheld. */
function knownFrom(cells: Links["cells"], sums: readonly Sum[]): ReadonlySet<string> {
  const known = new Set([...cells.values()].filter(({shown}) => shown).map(({key}) => key));
  for (let before = -1; before < known.size;) {
    before = known.size;
    for (const {total, parts} of sums) {
      const [open, ...others] = [total, ...parts].filter((key) => !known.has(key));
      if (open !== undefined && others.length === 0) known.add(open);
    }
  }
  return known;
}
