import {cellKey, stated, type CellAddress, type Coordinates} from "../../publication/index.ts";
import type {Cell, Release} from "../../release/index.ts";
import {smallestUnsafe} from "./auditModel.ts";
import {roundedStatements} from "./roundedStatements.ts";
import type {Statement} from "./statement.ts";
import {wilsonRange} from "./wilsonRange.ts";

type Policy = Release["disclosure"]["policy"];
type Published = Extract<Cell, {status: "published"}>;

/** What a printed cell says of the counts of its population, beyond that it stands there. */
export function statementsOf(release: Release, address: CellAddress, cell: Cell): readonly Statement[] {
  if (release.disclosure.policy.method === "round") return roundedStatements(release.disclosure.policy, address, cell);
  if (address.measure === "count") return countStatements(release, address.at, cell);
  if (address.measure === "share" && cell.status === "not-applicable")
    return [{says: "range", at: address.base, to: 0}];
  if (address.measure === "mean") return meanStatements(release, address, cell);
  if (address.measure === "share" && cell.status === "unreliable")
    return [...exactly(address.at, cell.count), ...exactly(address.base, cell.of)];
  if (cell.status !== "published") return [];
  switch (address.measure) {
    case "share":
      return shareStatements(release, address, cell);
    case "rate":
      return rateStatements(release, address, cell);
    case "value":
      return [];
  }
}

function countStatements({disclosure}: Release, at: Coordinates, cell: Cell): readonly Statement[] {
  if (cell.status === "published") return [{says: "shown", at, value: cell.value}];
  return cell.status === "suppressed" ? [{says: "withheld", at, ...allowedBy(cell.mark, disclosure.policy)}] : [];
}

/**
 * The counts that a mark stands for: zeros that are shown are withheld in the breakdown of small groups only, and a
 * second mark is for safe counts. Which marks can be in such a breakdown is said by `stateGroups`.
 */
function allowedBy(mark: "small" | "further" | undefined, policy: Policy): {from: number; to: number} {
  const {threshold, groupNeeds} = policy;
  const smallest = groupNeeds === undefined ? smallestUnsafe(policy) : 0;
  return {
    from: mark === "further" ? threshold : smallest,
    to: mark === "small" ? Math.max(threshold, groupNeeds ?? 0) - 1 : Infinity,
  };
}

function exactly(at: Coordinates, value: number | undefined): readonly Statement[] {
  return value === undefined ? [] : [{says: "range", at, from: value, to: value}];
}

/** A share of p% to one decimal of N says N(p − 0.05) ≤ 100 n < N(p + 0.05); its interval's width tells N. */
function shareStatements(
  release: Release,
  {population, at, base}: Extract<CellAddress, {measure: "share"}>,
  {value, count, of, lower, upper}: Published,
): readonly Statement[] {
  const shown: readonly Statement[] = [
    ...exactly(at, count),
    ...exactly(base, of),
    {says: "range", at: base, from: 1},
    {says: "share", at, base, tenths: Math.round(value * 10)},
  ];
  if ((count !== undefined && of !== undefined) || lower === undefined || upper === undefined) return shown;
  const known = of ?? valueOf(release, {measure: "count", population, at: base});
  const fits = wilsonRange({value, lower, upper}, {from: known ?? 1, to: known ?? Infinity});
  if (fits === undefined) return shown;
  return [...shown, {says: "range", at, ...fits.count}, {says: "range", at: base, ...fits.of}];
}

/**
 * A mean is of no fewer records than the policy asks, one that is withheld although its group is printed of fewer, and one
 * that does not apply of nobody.
 * The number printed beside it is that averaged where the release prints this count too, else the size of the group.
 */
function meanStatements(
  release: Release,
  {population, at, variable}: Extract<CellAddress, {measure: "mean"}>,
  cell: Cell,
): readonly Statement[] {
  const {meanNeeds} = release.disclosure.policy;
  const averaged = {...at, [variable]: stated};
  if (cell.status === "suppressed") {
    const isGroupPrinted = valueOf(release, {measure: "count", population, at}) !== undefined;
    const fewer: Statement = {says: "range", at: averaged, to: meanNeeds - 1};
    return [...(isGroupPrinted ? [fewer] : []), {says: "mean", at, variable}];
  }
  if (cell.status === "not-applicable") return exactly(at, 0);
  if (cell.status !== "published") return [];
  const {value, of} = cell;
  const isPrintedAs = (place: Coordinates): boolean =>
    valueOf(release, {measure: "count", population, at: place}) === of;
  // Releases of earlier versions printed the size of the group.
  const isOfGroup = !isPrintedAs(averaged) && isPrintedAs(at);
  const printed = exactly(isOfGroup ? at : averaged, of);
  return [
    ...printed,
    {says: "range", at: averaged, from: meanNeeds},
    {says: "mean", at, variable, tenths: Math.round(value * 10)},
  ];
}

/** A rate of r per 1,000 to one decimal of D people says D(r − 0.05) ≤ 1000 n < D(r + 0.05). */
function rateStatements(
  release: Release,
  {at, per}: Extract<CellAddress, {measure: "rate"}>,
  {value, count}: Published,
): readonly Statement[] {
  const people = valueOf(release, {measure: "value", population: per.reference, at: per.at, column: per.column});
  if (people === undefined) return exactly(at, count);
  const tenths = Math.round(value * 10);
  const from = Math.max(0, Math.ceil(((2 * tenths - 1) * people) / 20_000));
  const to = Math.ceil(((2 * tenths + 1) * people) / 20_000) - 1;
  return [...exactly(at, count), {says: "range", at, from, to}];
}

function valueOf(release: Release, address: CellAddress): number | undefined {
  if (!release.has(address)) return undefined;
  const cell = release.cell(address);
  return cell.status === "published" ? cell.value : undefined;
}

/** Names a printed cell for a derivation. */
export function describePrinted(address: CellAddress, cell: Cell): string {
  if (cell.status !== "published") return `${cellKey(address)} is printed as ${cell.status}`;
  const interval = cell.lower === undefined ? "" : ` (${cell.lower} to ${cell.upper})`;
  return `${cellKey(address)} is printed as ${cell.value}${interval}`;
}
