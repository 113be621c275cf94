import {cellKey, type CellAddress} from "../../measures/index.ts";
import type {Cell, Release} from "../../release/index.ts";
import {tellsOf} from "../tells/registry.ts";
import type {Statement} from "../tells/statement.ts";

/** What a printed cell says of the counts of its population, beyond that it stands there. */
export function statementsOf(release: Release, address: CellAddress, cell: Cell): readonly Statement[] {
  const tells = tellsOf(address);
  const told = {release, address, cell};
  return release.disclosure.policy.method === "round" ? tells.saysRounded(told) : tells.says(told);
}

/** Names a printed cell for a derivation. */
export function describePrinted(address: CellAddress, cell: Cell): string {
  if (cell.status !== "published") return `${cellKey(address)} is printed as ${cell.status}`;
  const interval = cell.lower === undefined ? "" : ` (${cell.lower} to ${cell.upper})`;
  return `${cellKey(address)} is printed as ${cell.value}${interval}`;
}
