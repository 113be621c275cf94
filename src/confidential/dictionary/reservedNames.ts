import type {CategoryRole} from "../../publication/index.ts";

/** Names with a meaning of their own in a query, with the role of the categories that may bear them all the same. */
const reserved: ReadonlyMap<string, CategoryRole | "none"> = new Map([
  ["stated", "none"],
  ["total", "none"],
  ["not-stated", "not-stated"],
  ["outside", "outside"],
]);

/** The role that a category must have to bear a name, "none" where no category may; undefined for any other name. */
export function meaningInQueries(name: string): CategoryRole | "none" | undefined {
  return reserved.get(name);
}
