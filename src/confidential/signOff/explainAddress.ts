import {cellKey, type CellAddress} from "../../publication/index.ts";
import {adviseOn} from "./adviseOn.ts";
import {explainCell} from "./explainCell.ts";
import {explainUnasked, type Signed} from "./explainUnasked.ts";

/**
 * What became of any cell, whether or not the report asks for it, in sentences for the analyst, who knows the extracts:
 * why it is withheld and what can be changed, that it is printed, or what can be said of one that is not asked.
 */
export function explainAddress(address: CellAddress, signed: Signed): readonly string[] {
  const {release, signOff} = signed;
  if (isRounded(address, signed))
    return ["Its count is below the policy's threshold. It is printed, rounded like all."];
  const why = explainCell(address, signOff);
  if (why !== undefined) return [...why, ...adviseOn(address, signOff)];
  if (!release.has(address)) return explainUnasked(address, signed);
  switch (release.cell(address).status) {
    case "published":
      return ["It is printed."];
    case "suppressed":
      return ["It is withheld, and the sign-off is of another release. Make the release again where the extracts are."];
    case "not-applicable":
      return ["The report asks for it, and prints that it does not apply: it would divide by nobody."];
    case "unreliable":
      return ["The report asks for it, and marks it as of too few to be useful; its counts are printed."];
    case "not-available":
      return ["The report asks for it, and prints that it is not available: there is no such number."];
  }
}

function isRounded(address: CellAddress, {release, signOff}: Signed): boolean {
  return release.disclosure.policy.method === "round" && signOff.primaries.includes(cellKey(address));
}
