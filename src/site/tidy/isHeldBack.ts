import type {Cell} from "../../release/index.ts";

/** Whether there is a number that is not printed: withheld, or of too few to be useful. Charts hatch its place. */
export function isHeldBack({status}: Cell): boolean {
  return status === "suppressed" || status === "unreliable";
}
