import {measureOf} from "../../measures/index.ts";
import type {Cell} from "../../release/index.ts";
import type {JudgedCell} from "./disclosure.ts";

/** What else decides how a cell is released. */
export interface CellSetting {
  /** What a policy with two marks says of it: see `chooseMark`. */
  readonly mark?: "small" | "further" | undefined;
  /** Of a mean or quantile: how many have the number, where that count is published itself. */
  readonly known?: number | undefined;
  /** A share of a base of fewer is of too few to be useful. */
  readonly shareNeeds?: number | undefined;
}

/** The released form of a judged cell: its value, or only that it is withheld. */
export function publishCell({counted, withheld}: JudgedCell, {mark, ...beside}: CellSetting = {}): Cell {
  if (withheld !== undefined) return {status: "suppressed", ...(mark && {mark})};
  return measureOf(counted.address).publish(counted, beside);
}
