import {stated, type Coordinates} from "../../measures/index.ts";

/** What one printed cell says of counts. Places are of one population. */
export type Statement =
  | {readonly says: "shown"; readonly at: Coordinates; readonly value: number}
  /** Not printed, or printed rounded; `from ≤ count ≤ to` by the rules of the release. */
  | {readonly says: "withheld" | "rounded"; readonly at: Coordinates; readonly from: number; readonly to: number}
  /** `from ≤ count ≤ to`; an end that is missing says nothing. */
  | {readonly says: "range"; readonly at: Coordinates; readonly from?: number; readonly to?: number}
  /** `least ≤ factor × count − ratio × base`, for both ends of a rounded share. */
  | {readonly says: "share"; readonly at: Coordinates; readonly base: Coordinates; readonly tenths: number}
  /** `100 × count ≤ percent × base`, or less than that. */
  | {
      readonly says: "at most";
      readonly at: Coordinates;
      readonly base: Coordinates;
      readonly percent: number;
      readonly isLess: boolean;
    }
  /** A quantile of a number over those at a place who have one; see `cutByQuantiles`. */
  | {
      readonly says: "quantile";
      readonly at: Coordinates;
      readonly variable: string;
      readonly percent: number;
      readonly value: number;
    }
  /** What a number comes to over those at a place who have one, in its steps; or none where it is not printed. */
  | {readonly says: "sum"; readonly at: Coordinates; readonly variable: string; readonly value?: number}
  /** The mean of a number over those at a place who have one; in tenths, or none where it is not printed. */
  | {readonly says: "mean"; readonly at: Coordinates; readonly variable: string; readonly tenths?: number};

/** Every place that a statement is about. */
export function placesIn(statement: Statement): readonly Coordinates[] {
  switch (statement.says) {
    case "shown":
    case "withheld":
    case "rounded":
    case "range":
      return [statement.at];
    case "share":
    case "at most":
      return [statement.at, statement.base];
    case "mean":
    case "sum":
    case "quantile":
      return [statement.at, {...statement.at, [statement.variable]: stated}];
  }
}

/** A statement under other names of variables. */
export function renameIn(statement: Statement, names: ReadonlyMap<string, string>): Statement {
  if (names.size === 0) return statement;
  const nameOf = (name: string): string => names.get(name) ?? name;
  const rename = (at: Coordinates): Coordinates =>
    Object.fromEntries(Object.entries(at).map(([name, category]) => [nameOf(name), category]));
  switch (statement.says) {
    case "shown":
    case "withheld":
    case "rounded":
    case "range":
      return {...statement, at: rename(statement.at)};
    case "share":
    case "at most":
      return {...statement, at: rename(statement.at), base: rename(statement.base)};
    case "mean":
    case "sum":
    case "quantile":
      return {...statement, at: rename(statement.at), variable: nameOf(statement.variable)};
  }
}
