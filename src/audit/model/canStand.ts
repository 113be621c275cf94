import {stated, type Coordinates, type Population} from "../../publication/index.ts";

/**
 * Whether any record can stand at a place, by the combinations of categories that the population allows: a fault of a
 * column that no rule looks at is nobody's, and everybody knows it.
 */
export function canStand({combinations = []}: Population, at: Coordinates): boolean {
  return combinations.every(({variables, possible}) =>
    possible.some((tuple) => variables.every((name, index) => [undefined, stated, tuple[index]].includes(at[name]))),
  );
}
