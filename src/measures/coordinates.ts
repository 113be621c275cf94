/** A coordinate that means "any category but not stated". */
export const stated = "stated";

/** A place in a population: category names by variable name. No entry for a variable means all of it. */
export type Coordinates = Readonly<Record<string, string>>;

/** A place as a part of a cell's one name: two places with the same categories have the same. */
export function placeKey(at: Coordinates): string {
  return Object.keys(at)
    .sort()
    .map((variable) => `${variable}=${at[variable] ?? ""}`)
    .join(",");
}
