import type {Policy} from "./tells.ts";

/** Smallest count that the policy withholds by itself. */
export function smallestUnsafe({zeros}: Pick<Policy, "zeros">): number {
  return zeros === "hidden" ? 0 : 1;
}
