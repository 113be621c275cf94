import type {Reads} from "../../../publication/index.ts";

/** What a variable reads as one text: the same where the same answers are read into the same categories. */
export function readsKey(reads: Reads): string {
  return JSON.stringify(ordered(reads));
}

function ordered(value: unknown): unknown {
  if (Array.isArray(value)) {
    const items = value.map(ordered);
    return items.every((one) => typeof one === "string") ? items.toSorted() : items;
  }
  if (value === null || typeof value !== "object") return value;
  const entries = Object.entries(value).map(([key, inner]) => [key, ordered(inner)] as const);
  return Object.fromEntries(entries.toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
