import type {MeasureName} from "../../measures/index.ts";
import type {CategoryRole} from "../../publication/index.ts";
import type {Caveat, Cell} from "../../release/index.ts";

/**
 * One released cell with everything needed to print it: what CSV writes, tables print and charts draw, so that the
 * same cell cannot differ between them.
 */
export interface TidyRow {
  /** Names the cell: its edition and its address. Absent where the population has no such cell. */
  readonly key?: string;
  /** Identifier of the edition that the cell comes from. */
  readonly edition: {readonly id: string; readonly label: string};
  readonly population: {readonly name: string; readonly label: string; readonly heading: string};
  /** One entry for every variable of the query's `by`, then `within`. */
  readonly place: readonly TidyPlace[];
  /** What else narrows the cell: an entry for every variable of `at` and `among`, in alphabetical order. */
  readonly at: readonly TidyPlace[];
  readonly measure: MeasureName;
  /** The measure with what it is of, as downloads call it: `share`, `mean age`, `value estimate`. */
  readonly named: string;
  /** Whether it rests on made-up records or figures. */
  readonly isMadeUp: boolean;
  /** `clients`, `forms`, `percent`, `years`, `per 1,000`, `per 10,000 a year`, or a reference column's unit. */
  readonly unit: string;
  /** What one event among one person is printed as, where it is a rate. */
  readonly scale?: number;
  /** Decimals that the value is printed with. */
  readonly decimals: number;
  readonly cell: Cell;
  /** What must be told beside its number. */
  readonly caveats: readonly Caveat[];
  /** Base of a share, number averaged of a mean; absent where the report does not ask it. */
  readonly denominator?: Cell;
  /** How its number stands to a target or benchmark, in words, and to which, where the table says that. */
  readonly standing?: {readonly words: string; readonly heldAgainst: string};
  readonly missing?: Cell;
  /** Of a mean of a group: its size, whether or not the number averaged is known of all. */
  readonly group?: Cell;
}

export interface TidyPlace {
  readonly variable: {readonly name: string; readonly label: string};
  readonly category: {
    readonly name: string;
    readonly code: string;
    readonly label: string;
    readonly role: CategoryRole | "total";
  };
}

/** Whether the number of a row may still change. */
export function isStillProvisional({cell, caveats}: TidyRow): boolean {
  return cell.status === "published" && caveats.some(({kind}) => kind === "provisional");
}
