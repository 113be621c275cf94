import {cellKey, type Coordinates, type Population} from "../../../publication/index.ts";
import type {LinkedCell, Sum} from "./links.ts";

/** A whole with the parts that cover it and may overlap: each record of the whole is in at least one part. */
export interface Union {
  readonly whole: string;
  readonly parts: readonly string[];
}

/**
 * What parts that overlap say of their whole, as sums: together they are the whole and what was counted more than once,
 * and each of them is the whole less what is in others alone. `name` tells these sums from others.
 */
export function unionSums({whole, parts}: Union, name: string): {cells: readonly LinkedCell[]; sums: readonly Sum[]} {
  const answers = `${whole} counted by ${name}`;
  const again = `${whole} counted again by ${name}`;
  const others = parts.map((part) => `${whole} beside ${part}`);
  const cells = [answers, again, ...others].map((key) => ({key, shown: false, level: 0, isArithmetic: true}));
  const each = parts.map((part, index) => ({total: whole, parts: [part, others[index] ?? ""]}));
  return {cells, sums: [{total: answers, parts}, {total: answers, parts: [whole, again]}, ...each]};
}

/** A question with several answers, and the category of those who gave any: for every group that tables show. */
export function answeredUnions(
  cells: readonly LinkedCell[],
  {name: population, variables}: Population,
): readonly Union[] {
  const known = new Set(cells.map(({key}) => key));
  const key = (at: Coordinates): string => cellKey({measure: "count", population, at});
  return variables.flatMap(({name, categories}) =>
    categories.flatMap(({name: category, anyOf}) => {
      const several = variables.find((one) => one.name === anyOf)?.categories ?? [];
      return cells.flatMap(({address}) => {
        if (anyOf === undefined || address?.at[name] !== category || address.at[anyOf] !== undefined) return [];
        const rest = Object.fromEntries(Object.entries(address.at).filter(([variable]) => variable !== name));
        const parts = several.map((one) => key({...rest, [anyOf]: one.name}));
        return parts.every((part) => known.has(part)) ? [{whole: key(address.at), parts}] : [];
      });
    }),
  );
}
