import {cellKey, measureOf, stated} from "../../measures/index.ts";
import type {Policy} from "../../publication/index.ts";
import type {CountedCell} from "../tabulate/tabulation.ts";
import type {ReleaseContent} from "../../release/index.ts";
import {
  withhold,
  type CellProtection,
  type DiscloseInput,
  type DiscloseStep,
  type Disclosure,
  type Rounded,
  type Withholding,
} from "./disclosure.ts";
import {followCounts} from "./followCounts.ts";
import {gatherCells} from "./gatherCells.ts";
import {withholdSmallGroups} from "./groups/withholdSmallGroups.ts";
import {chooseMark} from "./chooseMark.ts";
import {primarySuppression} from "./primarySuppression.ts";
import {publishCell} from "./publishCell.ts";
import {roundCounts} from "./rounding/roundCounts.ts";
import {secondarySuppression} from "./search/secondarySuppression.ts";
import {withholdByChoice} from "./withholdByChoice.ts";

/** The steps in their order, by the policy's method. The audit of the finished release follows in `makeRelease`. */
const steps: Readonly<Record<Policy["method"], readonly DiscloseStep[]>> = {
  withhold: [primarySuppression, withholdByChoice, withholdSmallGroups, secondarySuppression, followCounts],
  round: [roundCounts, followCounts],
};

/** The cells as they may leave, and what the analyst signs off. */
export interface Disclosed {
  readonly cells: ReleaseContent["cells"];
  readonly withheld: number;
  /** Confidential: why each cell is withheld, and what protects the unsafe ones. */
  readonly reasons: ReadonlyMap<string, Withholding>;
  readonly protection: ReadonlyMap<string, CellProtection>;
  /** Absent where counts are withheld and not rounded. */
  readonly rounded?: Rounded;
  /** Confidential: all cells as judged, to judge further. */
  readonly judged: Disclosure;
}

/** What a search over tables decided, and nothing but that. */
export interface Searched {
  /** Keys of the cells that it withheld. */
  readonly secondary: ReadonlySet<string>;
  readonly protection: Disclosure["protection"];
}

/**
 * Decides the fate of every cell of the publication. `cells` holds no value of a withheld cell. With what a search decided
 * before, that is taken over, right or wrong: whatever follows has to prove it.
 */
export async function disclose(input: DiscloseInput, searched?: Searched): Promise<Disclosed> {
  let judged = gatherCells(input);
  for (const step of steps[input.policy.method]) {
    judged = await (searched !== undefined && step === secondarySuppression
      ? asSearched(judged, searched)
      : step(judged));
  }
  return describe(judged);
}

function asSearched(judged: Disclosure, {secondary, protection}: Searched): Disclosure {
  return {...withhold(judged, "secondary", ({address}) => secondary.has(cellKey(address))), protection};
}

/** Withholds what the proof on people asks, and what rests on it: it would give a count away that no table protects. */
export function withholdFurther({judged}: Disclosed, keys: ReadonlySet<string>): Disclosed {
  const further = withhold(judged, "people", ({address}) => keys.has(cellKey(address)));
  return describe(followCounts(further));
}

function describe(judged: Disclosure): Disclosed {
  const cells = [...judged.cells].map(([key, cell]) => ({
    address: cell.counted.address,
    cell: publishCell(cell, {
      mark: chooseMark(key, judged),
      known: knownOf(cell.counted, judged),
      shareNeeds: judged.policy.shareNeeds,
    }),
  }));
  const reasons = [...judged.cells].flatMap(([key, {withheld}]) =>
    withheld === undefined ? [] : [[key, withheld] as const],
  );
  const {protection, rounded} = judged;
  return {cells, withheld: reasons.length, reasons: new Map(reasons), protection, judged, ...(rounded && {rounded})};
}

/** How many have the number that a cell is of, where the publication asks that count and shows it. */
function knownOf({address}: CountedCell, {cells}: Disclosure): number | undefined {
  const number = measureOf(address).numberOf(address);
  if (number === undefined) return undefined;
  const {population, at} = address;
  const known = cells.get(cellKey({measure: "count", population, at: {...at, [number]: stated}}));
  return known?.withheld === undefined ? known?.counted.count : undefined;
}
