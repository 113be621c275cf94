import type {SourcePosition} from "../source/sourcePosition.ts";
import type {StretchOfTime} from "../vocabulary.ts";

/** A population of a template. */
export interface PopulationDeclaration {
  readonly name: string;
  readonly label: string;
  readonly heading: string;
  /** Name of an extract of the report. */
  readonly extract: string;
  /** Name of the dictionary that describes the extract. */
  readonly dictionary: string;
  /** One record a client (in the period), a form (every form read) or a fault found. */
  readonly one: "client" | "form" | "fault";
  /** Of clients that are counted once in each month or quarter, by the latest form in it. */
  readonly each?: StretchOfTime | undefined;
  /** Where it is a part of what its extract holds: a record has to be of all of these. */
  readonly where?: readonly NarrowingCondition[];
}

/** The categories of one variable that the records of a population have, or with `isNot` those that they do not have. */
export interface NarrowingCondition {
  readonly variable: string;
  readonly categories: readonly string[];
  readonly isNot: boolean;
  readonly position: SourcePosition;
}

/** A variable of a template: the categories of another one in groups. */
export interface GroupingDeclaration {
  readonly name: string;
  readonly label: string;
  /** The variable that is grouped. */
  readonly of: string;
  readonly groups: readonly CategoryGroup[];
  readonly position: SourcePosition;
}

/** Several categories as one. */
export interface CategoryGroup {
  readonly name: string;
  readonly label: string;
  readonly text: string;
  /** Names of categories; `rest`: all answers that no other group has. */
  readonly of: readonly string[] | "rest";
}
