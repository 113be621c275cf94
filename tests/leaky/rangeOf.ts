import {stated, type CellAddress} from "../../src/publication/index.ts";
import type {ReleaseContent} from "../../src/release/index.ts";
import {loadSolver, Program} from "../../src/solver/index.ts";
import type {Alike} from "./peopleProject.ts";

type Cells = ReleaseContent["cells"];

/** People who answer alike: an unknown number of them. */
export type Kind = Omit<Alike, "people">;

/** What is asked of a publication: how few and how many people of some kinds there can be. */
export interface RangeTask {
  readonly cells: Cells;
  /** Every kind of people that there can be. */
  readonly kinds: readonly Kind[];
  readonly group: (kind: Kind) => boolean;
  /** Keys of means that are known to be withheld for fewer than ten records. */
  readonly withheldForFew?: (address: CellAddress) => boolean;
}

/**
 * The least and the most people of some kinds whom a reader holds possible: an integer program over how many there are of
 * every kind, which shares no code with the program.
 */
export async function rangeOf(task: RangeTask): Promise<readonly [least: number, most: number]> {
  return rangeIn(task, task.cells.flatMap(({address, cell}) => rowsOf(task, address, cell))); // prettier-ignore
}

/** The same, of whatever is known of how many people there are of each kind. */
export async function rangeIn(
  asked: Pick<RangeTask, "kinds" | "group">,
  rows: readonly Row[],
): Promise<readonly [least: number, most: number]> {
  return [await best("least", asked, rows), await best("most", asked, rows)];
}

/** So many of each kind together lie between two numbers. */
export interface Row {
  readonly weights: readonly number[];
  readonly lower: number;
  readonly upper: number;
}

async function best(
  sense: "least" | "most",
  {kinds, group}: Pick<RangeTask, "kinds" | "group">,
  rows: readonly Row[],
): Promise<number> {
  const data = {
    lower: kinds.map(() => 0),
    upper: kinds.map(() => 500),
    costs: kinds.map((kind) => (group(kind) ? 1 : 0)),
    rows: rows.map(({weights, lower, upper}) => ({columns: [...weights.keys()], coefficients: weights, lower, upper})),
    isWhole: () => true,
  };
  using program = new Program(await loadSolver(), data);
  const answer = program.solve(sense);
  if (answer.status !== "optimal") throw new Error(`the publication contradicts itself: ${answer.status}`);
  return Math.round(answer.objective);
}

/** What a cell says, as sums over how many people there are of each kind. */
export function rowsOf(
  {kinds, withheldForFew}: RangeTask,
  address: CellAddress,
  cell: Cells[number]["cell"],
): readonly Row[] {
  if (address.measure === "count") {
    const weights = kinds.map((kind) => timesAt(kind, address));
    return cell.status === "published"
      ? [{weights, lower: cell.value, upper: cell.value}]
      : [{weights, lower: 1, upper: Infinity}];
  }
  if (address.measure !== "mean" && address.measure !== "quantile")
    throw new Error("these reports ask for no such cell");
  const known = kinds.map((kind) =>
    typeof kind.age === "number" && kind.age <= 100 ? timesAt(kind, {...address, measure: "count"}) : 0,
  );
  const needs = address.measure === "mean" ? 10 : (10 * 50) / Math.min(address.percent, 100 - address.percent);
  const few: Row = {weights: known, lower: 0, upper: needs - 1};
  if (cell.status === "suppressed") return withheldForFew?.(address) === true ? [few] : [];
  if (cell.status !== "published") return [{...few, upper: 0}];
  if (address.measure === "quantile") {
    const sides = (holds: (age: number) => boolean, percent: number): readonly number[] =>
      known.map((times, at) => times * ((holds(Number(kinds[at]!.age)) ? 100 : 0) - percent));
    return [
      {weights: sides((age) => age < cell.value, address.percent), lower: -Infinity, upper: -1},
      {weights: sides((age) => age <= cell.value, address.percent), lower: 0, upper: Infinity},
      {weights: known, lower: needs, upper: Infinity},
    ];
  }
  const twenty = (less: number): readonly number[] =>
    known.map((times, at) => (times === 0 ? 0 : 20 * Number(kinds[at]!.age) + 1 - Math.round(20 * cell.value) - less));
  return [
    {weights: twenty(0), lower: 0, upper: Infinity},
    {weights: twenty(2), lower: -Infinity, upper: -1},
    {weights: known, lower: needs, upper: Infinity},
  ];
}

const drugs: Readonly<Record<string, readonly string[]>> = {
  H: ["heroin", "yes", "yes", "one", "one", "two"],
  C: ["crack", "yes", "no", "one", "two", "one"],
  G: ["cannabis", "no", "no", "two", "one", "one"],
  L: ["alcohol", "no", "no", "two", "two", "two"],
};
const names: Readonly<Record<string, string>> = {
  M: "men",
  F: "women",
  K: "kent",
  S: "surrey",
  X: "sussex",
  A: "advice",
  B: "beds",
};

/** The answers of people of a kind to every question, as a reader understands it. */
export function answersOf({sex, area, d1, d2, wants, age}: Kind): Readonly<Record<string, readonly string[]>> {
  const named = (code: string | undefined) => [names[code ?? ""] ?? "not-stated"];
  const grouped = (place: number) => [drugs[d1 ?? ""]?.[place] ?? "not-stated"];
  const anyOf = (place: number) => {
    const said = [d1, d2].flatMap((drug) => drugs[drug ?? ""]?.[place] ?? []);
    return [said.includes("yes") ? "yes" : said.includes("no") ? "no" : "not-stated"];
  };
  const wanted = wants === undefined || wants === "" ? [] : wants.split(";").map((one) => names[one] ?? "");
  return {
    sex: named(sex),
    area: named(area),
    main: grouped(0),
    second: [drugs[d2 ?? ""]?.[0] ?? "not-stated"],
    problem: anyOf(1),
    opiate: anyOf(2),
    "bit-a": grouped(3),
    "bit-b": grouped(4),
    "bit-c": grouped(5),
    wants: wanted.length === 0 ? ["not-stated"] : wanted,
    "any-wants": [wanted.length === 0 ? "no" : "yes"],
    "age-group": [
      typeof age !== "number" || age > 100 ? "not-stated" : age < 30 ? "young" : age < 45 ? "middle" : "old",
    ],
    age: [typeof age === "number" && age <= 100 ? stated : "not-stated"],
    born: [typeof age === "number" ? "yes" : "no"],
    // Everybody has one form, which is usable and stands for its client.
    fate: ["counted"],
    usable: ["yes"],
    period: ["inside"],
  };
}

/** How often people of a kind are counted at a place: once or not; faults for each of theirs. */
export function timesAt(kind: Kind, {population, at}: Extract<CellAddress, {measure: "count"}>): number {
  if (population !== "faults") {
    const answers = answersOf(kind);
    return Object.entries(at).every(([name, category]) => answers[name]?.includes(category) === true) ? 1 : 0;
  }
  return faultsOf(kind).filter((fault) => Object.entries(at).every(([name, category]) => fault[name] === category))
    .length;
}

function faultsOf({sex, area, age}: Kind): readonly Readonly<Record<string, string>>[] {
  const unlisted = Object.entries({sex, area}).flatMap(([column, code]) =>
    code === "?" ? [{column, rule: "unlisted-code"}] : [],
  );
  return age === "impossible" ? [...unlisted, {column: "dob", rule: "impossible-date"}] : unlisted;
}
