import {DisclosureError} from "../../audit/index.ts";
import {loadSolver} from "../../solver/index.ts";
import {deriveCount} from "./advice/deriveCount.ts";
import {describeDerivation} from "./advice/describeDerivation.ts";
import {findRemedies, type FoundRemedies} from "./advice/findRemedies.ts";
import type {Situation} from "./advice/situation.ts";

/** Counts whose derivation is given; the others are named. */
const mostDerived = 5;

/**
 * The error of counts that can be worked out whatever else is withheld: which, how, and what was found to help. Names
 * cells and sums, never counts.
 */
export async function unprotectedCounts(
  situation: Situation,
  unprotected: readonly number[],
): Promise<DisclosureError> {
  const solver = await loadSolver();
  let isProved = true;
  const lines = unprotected.flatMap((cell, index) => {
    const known = situation.model.cells[cell];
    if (known === undefined) return [];
    const name = `  ${situation.nameOf(known)}`;
    if (index >= mostDerived) return [name];
    if (known.fixed === true) return [name, "    is printed already and cannot be withheld"];
    const derivation = deriveCount(solver, cell, situation);
    isProved &&= !derivation.isUndecided;
    return [name, ...describeDerivation(derivation, situation).map((line) => `    ${line}`)];
  });
  const remedies = describeRemedies(await findRemedies(situation, unprotected));
  const finding = isProved
    ? "These counts can be worked out from what is printed, whatever else is withheld:"
    : "No choice of counts to withhold was found that hides these:";
  return new DisclosureError([finding, ...lines, ...remedies].join("\n"));
}

function describeRemedies({sufficient, partial}: FoundRemedies): readonly string[] {
  const listed = (advice: readonly string[]): readonly string[] => advice.map((line) => `  - ${line}`);
  if (sufficient.length > 0) return ["Tried and found to help, any one of these:", ...listed(sufficient)];
  if (partial.length > 0) {
    return ["Tried; no single change protects all of them. Each of these protects some:", ...listed(partial)];
  }
  return [
    "No single change that was tried protects them: neither other marks or hidden zeros, nor a total left out, nor two",
    "categories merged. Leave the table or the sentence out that prints them, or ask for much coarser categories.",
  ];
}
