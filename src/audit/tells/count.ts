import {smallestUnsafe} from "./smallestUnsafe.ts";
import {numberKey} from "./printedNumbers.ts";
import {partsAt} from "../population/terms.ts";
import {countsBeside, near, neverOfFew} from "./printedBeside.ts";
import type {PeopleCell, ReleasedPolicy, PrintedCell, Sentence, Tells} from "./tells.ts";

/** A count says itself, and a mark what counts it can stand for. */
export const count: Tells<"count"> = {
  says: ({release, address: {at}, cell}) => {
    if (cell.status === "published") return [{says: "shown", at, value: cell.value}];
    if (cell.status !== "suppressed") return [];
    return [{says: "withheld", at, ...allowedBy(cell.mark, release.disclosure.policy)}];
  },
  saysRounded: ({release, address: {at}, cell}) =>
    near(release, at, {value: cell.status === "published" ? cell.value : undefined, says: "rounded"}),
  saysOfPeople: ofPeople,
  isSum: false,
  cuts: () => undefined,
  countsIn: (cell) => [cell.value, ...countsBeside(cell)],
  faultsOf: faultsOfCount,
  faultsOfFew: neverOfFew,
  isFounded: ({cell}) => cell.status !== "unreliable",
  numbersOf: ({cell: {value}}) => [numberKey(value)],
  numbersInTable: ({cell: {value}}) => [numberKey(value)],
  hasNumberColumn: false,
  base: "of the population",
  namesOf: () => ["number"],
  nameInFiles: () => "count",
  apart: "beyond its rounding",
};

/**
 * The counts that a mark stands for: zeros that are shown are withheld in the breakdown of small groups only, and a
 * second mark is for safe counts. Which marks can be in such a breakdown is said by `stateGroups`.
 */
function allowedBy(mark: "small" | "further" | undefined, policy: ReleasedPolicy): {from: number; to: number} {
  const {threshold, groupNeeds} = policy;
  const smallest = groupNeeds === undefined ? smallestUnsafe(policy) : 0;
  return {
    from: mark === "further" ? threshold : smallest,
    to: mark === "small" ? Math.max(threshold, groupNeeds ?? 0) - 1 : Infinity,
  };
}

function ofPeople({release, address, cell, population}: PeopleCell<"count">): readonly Sentence[] {
  const parts = partsAt(population, address.at);
  if (parts === undefined) return [];
  const {policy} = release.disclosure;
  if (cell.status !== "published") return [{says: "marked", parts, range: markedRange(cell, policy)}];
  const {within = 0} = policy;
  return [{says: "shown", parts, range: [Math.max(0, cell.value - within), cell.value + within]}];
}

/** A mark stands for at least one where zeros are shown, and within its range under two marks. */
function markedRange(cell: PeopleCell<"count">["cell"], policy: ReleasedPolicy): readonly [number, number] {
  if (cell.status !== "suppressed") return [0, Infinity];
  const least = policy.zeros === "hidden" ? 0 : 1;
  if (cell.mark === "small") return [least, policy.threshold - 1];
  return cell.mark === "further" ? [policy.threshold, Infinity] : [least, Infinity];
}

function faultsOfCount({release, cell}: PrintedCell<"count">): readonly string[] {
  const {policy} = release.disclosure;
  const {value, count: own, of, lower, upper} = cell;
  const isWhole = Number.isSafeInteger(value) && value >= 0;
  const isRounded = policy.method !== "round" || value % (policy.base ?? 1) === 0;
  const isAlone = [own, of, lower, upper].every((one) => one === undefined);
  return isWhole && isRounded && isAlone ? [] : ["is no count that the policy lets be printed"];
}
