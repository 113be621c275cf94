import {cellKey, type CellAddress, type Coordinates} from "../../publication/index.ts";
import {roundRatioHalfUp, wilsonInterval, type Cell, type Release} from "../../release/index.ts";

type Published = Extract<Cell, {status: "published"}>;
type Addressed<Measure> = Extract<CellAddress, {measure: Measure}>;

/** Decimals of shares, rates and intervals in a release. */
const decimals = 1;

/**
 * What cannot be true of a release by itself, one line each: a stage before the audit, a cell that stands twice, a number
 * that no count gives, a share or rate that its own count and base do not give, a count beside it that is not the
 * one printed in its own place, or is withheld there. Whoever wrote the release, these were not what the builder wrote.
 */
export function ownFaults(release: Release): readonly string[] {
  const {stage} = release.disclosure;
  const keys = release.cells.map(({address}) => cellKey(address));
  const twice = [...Map.groupBy(keys, (key) => key)].flatMap(([key, same]) => (same.length > 1 ? [key] : []));
  return [
    ...(stage === "audited" ? [] : [`it is a draft: ${stage}`]),
    ...twice.map((key) => `${key} stands twice`),
    ...release.cells.flatMap(({address, cell}) => {
      const faults = cellFaults(release, address, cell as Cell);
      return faults.map((fault) => `${cellKey(address)} ${fault}`);
    }),
  ];
}

function cellFaults(release: Release, address: CellAddress, cell: Cell): readonly string[] {
  if (address.measure !== "value" && !release.vocabulary.populations.some(({name}) => name === address.population)) {
    return ["is of a population that the release does not describe"];
  }
  if (cell.status === "unreliable") {
    return address.measure === "share"
      ? besideFaults(release, address, {at: cell.count, base: cell.of})
      : ["is marked as of too few, which only a share is"];
  }
  if (cell.status !== "published") return [];
  switch (address.measure) {
    case "count":
      return countFaults(release, cell);
    case "share":
      return [...shareFaults(cell), ...besideFaults(release, address, {at: cell.count, base: cell.of})];
    case "mean":
      return cell.count === undefined && cell.lower === undefined && cell.upper === undefined
        ? []
        : ["is a mean with numbers that no mean has"];
    case "rate":
      return [...rateFaults(release, address, cell), ...besideFaults(release, address, {at: cell.count})];
    case "value":
      return [];
  }
}

function countFaults({disclosure: {policy}}: Release, {value, count, of, lower, upper}: Published): readonly string[] {
  const isWhole = Number.isSafeInteger(value) && value >= 0;
  const isRounded = policy.method !== "round" || value % (policy.base ?? 1) === 0;
  const isAlone = [count, of, lower, upper].every((one) => one === undefined);
  return isWhole && isRounded && isAlone ? [] : ["is no count that the policy lets be printed"];
}

function shareFaults({value, count, of, lower, upper}: Published): readonly string[] {
  if (count === undefined || of === undefined || of === 0 || count > of) {
    return ["is a share without a base that holds its count"];
  }
  const interval = wilsonInterval(count, of);
  const percent = (proportion: number): number => Math.round(proportion * 1000) / 10;
  const isTrue =
    value === roundRatioHalfUp(100 * count, of, decimals) &&
    lower === percent(interval.lower) &&
    upper === percent(interval.upper);
  return isTrue ? [] : ["is not the share, or not the interval, that its count and base give"];
}

/** Where the reference is printed too, a rate is the count over it. */
function rateFaults(release: Release, {per}: Addressed<"rate">, {value, count}: Published): readonly string[] {
  if (count === undefined) return ["is a rate without a count"];
  const reference: CellAddress = {measure: "value", population: per.reference, at: per.at, column: per.column};
  const printed = release.has(reference) ? release.cell(reference) : undefined;
  if (printed?.status !== "published" || printed.value <= 0) return [];
  return value === roundRatioHalfUp(1000 * count, printed.value, decimals)
    ? []
    : ["is not the rate that its count and its reference give"];
}

/** The counts that a cell prints beside its value are those of their own places, where the release has these. */
function besideFaults(
  release: Release,
  address: Addressed<"share" | "rate">,
  beside: {readonly at: number | undefined; readonly base?: number | undefined},
): readonly string[] {
  const places: readonly (readonly [Coordinates, number | undefined])[] =
    address.measure === "share"
      ? [
          [address.at, beside.at],
          [address.base, beside.base],
        ]
      : [[address.at, beside.at]];
  return places.flatMap(([at, said]) => {
    const count: CellAddress = {measure: "count", population: address.population, at};
    if (!release.has(count)) return [];
    const printed = release.cell(count);
    if (printed.status !== "published") return [`prints ${cellKey(count)}, which is withheld`];
    return printed.value === said ? [] : [`says another number of ${cellKey(count)} than is printed there`];
  });
}
