import type {ReleasedPolicy} from "./tells.ts";

/** Smallest count that the policy withholds by itself. */
export function smallestUnsafe({zeros}: Pick<ReleasedPolicy, "zeros">): number {
  return zeros === "hidden" ? 0 : 1;
}
