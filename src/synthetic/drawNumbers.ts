import {notStated} from "./client.ts";
import {dealShares} from "./drawShares.ts";
import {columnNamed} from "./layout.ts";
import {impossible} from "./marginsFile.ts";
import type {ColumnMargin} from "./columnMarginSchema.ts";
import type {Draw, ExtractRecipe, ColumnRecipe} from "./extractRecipe.ts";

type NumberMargin = Extract<ColumnMargin, {kind: "number"}>;

/**
 * A number for every client, so that the shares of its bands hold; within a band more often a small one than a large. Blank
 * where it is not stated. Throws DictionaryError for a band beyond the limits of its column.
 */
export function drawNumbers(
  recipe: ExtractRecipe,
  {name, margin, place}: ColumnRecipe & {margin: NumberMargin},
  {clients, random}: Draw,
): readonly string[] {
  const column = columnNamed(recipe.layout, name, place);
  if (column.type !== "number") throw impossible(place, `${name} is no column of numbers.`);
  const {decimals, from: least, to: most} = column;
  const scale = 10 ** decimals;
  const ends = new Map(
    Object.entries(margin.bands).map(([band, [from, to]]) => {
      const [first, last] = [Math.round(from * scale), Math.round(to * scale)];
      if (first >= least && first <= last && last <= most) return [band, {first, last}] as const;
      throw impossible(place, `${name}: the band ${band} is not within the limits of its column.`);
    }),
  );
  const bands = dealShares(recipe, {name, clients, margin, random: random.fork("bands")});
  return bands.map((band) => {
    const range = band === undefined || band === notStated ? undefined : ends.get(band);
    if (range === undefined) return "";
    const steps = range.first + Math.floor(random.next() * random.next() * (range.last - range.first + 1));
    return (steps / scale).toFixed(decimals);
  });
}
