import {cellKey, type CellAddress} from "../../../publication/index.ts";
import {nameOf, type Cell, type Release} from "../../../release/index.ts";
import {smallestUnsafe} from "../../tells/smallestUnsafe.ts";
import type {RuledCount} from "./RuledCount.ts";

/** A count as the rule for small groups of its release makes it; nothing for other cells and releases without a rule. */
export function readRuledCount(
  release: Release,
  address: CellAddress,
  cell: Cell,
): Omit<RuledCount, "cell" | "groups" | "isFirst"> | undefined {
  const {policy} = release.disclosure;
  const {groupNeeds, threshold, method} = policy;
  const shown = shownAs(cell);
  if (groupNeeds === undefined || method === "round" || address.measure !== "count" || shown === undefined)
    return undefined;
  const rule = {groupNeeds, threshold, smallest: smallestUnsafe(policy)};
  return {key: cellKey(address), shown, release: nameOf(release), rule};
}

function shownAs(cell: Cell): RuledCount["shown"] | undefined {
  if (cell.status === "published") return cell.value;
  return cell.status === "suppressed" ? (cell.mark ?? "mark") : undefined;
}
