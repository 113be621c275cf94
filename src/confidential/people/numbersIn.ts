import type {Part, Quantity} from "../../audit/index.ts";

const numbersKnown = new WeakMap<Part, readonly Quantity[]>();

/** The records with each number that a statement averages: quantities that keep it as it is keep its mean. */
export function numbersIn({source, parts}: Quantity): readonly Quantity[] {
  return parts.flatMap((part) => {
    const known = numbersKnown.get(part);
    if (known !== undefined) return known;
    const {weights, ...counted} = part;
    const found = (weights?.of ?? []).flatMap((weight, value): readonly Quantity[] => {
      if (weights === undefined || weight === 0) return [];
      const mask = new Uint8Array(weights.of.length);
      mask[value] = 1;
      return [{source, parts: [{...counted, terms: [...counted.terms, {column: weights.column, mask}]}]}];
    });
    numbersKnown.set(part, found);
    return found;
  });
}
