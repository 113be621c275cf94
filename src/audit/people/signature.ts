import type {Part, Quantity} from "../population/quantity.ts";

/** Whom a part counts, by columns and values: two parts of one source with the same are the same people. */
export function signatureOf({terms}: Part): string {
  const each = terms.map(({column, mask}) => `${String(column)}:${mask.join("")}`);
  return [...new Set(each)].sort().join(" ");
}

/** Whom a quantity counts. */
export function quantitySignature({source, parts}: Quantity): string {
  const each = parts.map((part) => `${String(part.sign ?? 1)} ${signatureOf(part)}`);
  return `${String(source)} ${each.sort().join(" + ")}`;
}
