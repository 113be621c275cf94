import type {Cell, ReleaseContent} from "../../release/index.ts";
import type {DiscloseInput, DiscloseStep, JudgedCell} from "./disclosure.ts";
import {followCounts} from "./followCounts.ts";
import {gatherCells} from "./gatherCells.ts";
import {primarySuppression} from "./primarySuppression.ts";
import {publishCell} from "./publishCell.ts";

/**
 * The steps in their order. Linking equal and additive cells, secondary suppression and the audit take their places
 * between `primarySuppression` and `followCounts`, and after it; until they do, {@link stage} says so and every page
 * carries a draft mark.
 */
const steps: readonly DiscloseStep[] = [primarySuppression, followCounts];

/** What a release may say of itself with the steps above. */
export const stage: ReleaseContent["disclosure"]["stage"] = "primary suppression only";

/** The cells as they may leave, and how many were withheld. */
export interface Disclosed {
  readonly cells: ReleaseContent["cells"];
  readonly withheld: number;
}

/** Decides the fate of every cell of the publication. The result holds no value of a withheld cell. */
export function disclose(input: DiscloseInput): Disclosed {
  const judged = steps.reduce((disclosure, step) => step(disclosure), gatherCells(input));
  const cells = [...judged.cells.values()].map(release);
  return {cells, withheld: cells.filter(({cell}) => cell.status === "suppressed").length};
}

function release(judged: JudgedCell): {address: JudgedCell["counted"]["address"]; cell: Cell} {
  return {address: judged.counted.address, cell: publishCell(judged)};
}
