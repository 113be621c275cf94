import type {Coordinates} from "../../publication/index.ts";
import type {RuledCount} from "./groups/RuledCount.ts";
import {cellAt, type CellNaming} from "./lattice.ts";
import type {Statement} from "../tells/statement.ts";

export interface PrintedStatement {
  readonly statement: Statement;
  readonly because: string;
  /** The release that prints it, where it is not the first. */
  readonly place?: string;
  /** For a count of a release with a rule for small groups: what that makes of it. */
  readonly ruled?: Pick<RuledCount, "key" | "shown" | "release" | "isFirst" | "rule">;
}

/** Brings what a release says of a place into the model. */
export function addStatement(naming: CellNaming, {statement, because, place}: PrintedStatement): void {
  const {builder} = naming;
  const index = indexOf(naming, statement.at);
  if (index === undefined) return;
  switch (statement.says) {
    case "shown":
      builder.publish(index, {at: statement.at, value: statement.value, because, ...(place !== undefined && {place})});
      break;
    case "withheld":
    case "rounded":
      builder.hide(index, {...statement, as: statement.says});
      break;
    case "range": {
      const {from = -Infinity, to = Infinity} = statement;
      builder.state({cells: [index], coefficients: [1], lower: from, upper: to, because});
      break;
    }
    case "share":
      addShare(naming, {index, base: statement.base, tenths: statement.tenths, because});
      break;
    case "at most":
      addMost(naming, {index, statement, because});
      break;
    // Told by their sums, and by what they cut, together with the others: see `linkMeans` and `cutByQuantiles`.
    case "mean":
    case "sum":
    case "quantile":
  }
}

/** In whole numbers, n of N rounded half up to k tenths of a percent: (2k − 1) N ≤ 2000 n < (2k + 1) N. */
function addShare(
  naming: CellNaming,
  {index, base, tenths, because}: {index: number; base: Coordinates; tenths: number; because: string},
): void {
  const total = indexOf(naming, base);
  if (total === undefined || total === index) return;
  const cells = [index, total];
  naming.builder.state({cells, coefficients: [2000, 1 - 2 * tenths], lower: 0, upper: Infinity, because});
  naming.builder.state({cells, coefficients: [2000, -1 - 2 * tenths], lower: -Infinity, upper: -1, because});
}

function addMost(
  naming: CellNaming,
  {
    index,
    statement: {base, percent, isLess},
    because,
  }: {index: number; statement: Extract<Statement, {says: "at most"}>; because: string},
): void {
  const total = indexOf(naming, base);
  if (total === undefined || total === index) return;
  const upper = isLess ? -1 : 0;
  naming.builder.state({cells: [index, total], coefficients: [100, -percent], lower: -Infinity, upper, because});
}

/** The cell at a place; none where nobody can be there. */
export function indexOf(naming: CellNaming, at: Coordinates): number | undefined {
  const region = naming.space.region(at);
  return region && cellAt(naming, region);
}
