import fc from "fast-check";
import type {Definitions} from "../../../src/audit/index.ts";
import type {Release} from "../../../src/release/index.ts";
import {category, count, tinyRelease, variable} from "../tinyRelease.ts";
import type {SmallPeople} from "./smallPeople.ts";

/** Columns with a grouping, an "any of", several answers and a category for no answer. */
export const columns = {
  main: ["heroin", "crack", "none-of-them"],
  second: ["heroin", "other", "not-stated"],
  wants: ["nothing", "advice", "beds", "both"],
} as const;

const variables: Definitions["editions"][number]["populations"][number]["variables"] = {
  opiates: {column: 0, categories: {yes: [0], no: [1, 2]}},
  heroin: {column: 3, categories: {yes: [2], no: [1], "not-stated": [0]}},
  wants: {column: 2, several: true, categories: {advice: [1, 3], beds: [2, 3]}},
};

/** People of such columns. */
export function peopleOf(rows: readonly string[]): SmallPeople {
  const says = (...of: number[]) => of;
  const of = [
    {column: 0, says: says(2, 1, 1)},
    {column: 1, says: says(2, 1, 0)},
  ];
  return {columns, rows, variables, derived: [{name: "heroin", of}]};
}

const row = fc
  .tuple(...Object.values(columns).map((values) => fc.constantFrom(...values)))
  .map((words) => words.join(" "));

/** Up to so many of them. */
export function rowsUpTo(most: number): fc.Arbitrary<readonly string[]> {
  return fc.array(row, {minLength: 1, maxLength: most, size: "max"});
}

const answers: Readonly<Record<string, readonly string[]>> = {
  main: columns.main,
  second: columns.second,
  opiates: ["yes", "no"],
  heroin: ["yes", "no", "not-stated"],
  wants: ["advice", "beds"],
};

/** Every question with its answers. */
export const questions = Object.entries(answers);

/** Every place that one or two answers name, and everybody. */
export const places: readonly string[] = [
  "",
  ...questions.flatMap(([one, own], at) => [
    ...own.map((answer) => `${one}=${answer}`),
    ...questions
      .slice(at + 1)
      .flatMap(([two, others]) => own.flatMap((a) => others.map((b) => `${one}=${a},${two}=${b}`))),
  ]),
];

/** Whether a record is at a place, told in words and without any code of the certificate. */
export function isAt(record: string, place: string): boolean {
  const [main = "", second = "", wants = ""] = record.split(" ");
  const told: Readonly<Record<string, readonly string[]>> = {
    main: [main],
    second: [second],
    opiates: [main === "heroin" ? "yes" : "no"],
    heroin: [main === "heroin" || second === "heroin" ? "yes" : "no"],
    wants: wants === "both" ? ["advice", "beds"] : [wants],
  };
  return place
    .split(",")
    .filter(Boolean)
    .every((part) => told[part.split("=")[0] ?? ""]?.includes(part.split("=")[1] ?? "") === true);
}

/** The release that prints the true counts of some places. */
export function printing(shown: readonly string[], rows: readonly string[], threshold: number): Release {
  const counted = shown.map((place) => count("people", place, rows.filter((record) => isAt(record, place)).length));
  return tinyRelease({
    variables: {},
    counts: {},
    threshold,
    cells: counted,
    population: {
      variables: [
        variable("main", columns.main),
        variable("second", columns.second),
        variable("opiates", ["yes", "no"]),
        variable("heroin", ["yes", "no", "not-stated"]),
        {...variable("wants", []), kind: "multi", categories: [category("advice"), category("beds")]},
      ],
    },
  });
}
