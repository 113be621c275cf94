import {stated, type CellAddress} from "../../src/publication/index.ts";
import type {ReleaseContent} from "../../src/release/index.ts";
import {loadSolver} from "../../src/confidential/disclose/secondary/loadSolver.ts";
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
  const rows = task.cells.flatMap(({address, cell}) => rowsOf(task, address, cell));
  return [await best("Minimize", task, rows), await best("Maximize", task, rows)];
}

async function best(sense: string, {kinds, group}: RangeTask, rows: readonly string[]): Promise<number> {
  const highs = await loadSolver();
  const goal = sum(kinds.map((kind) => (group(kind) ? 1 : 0)));
  const lines = [
    sense,
    ` goal: ${goal}`,
    "Subject To",
    ...rows.map((row, at) => ` c${at}: ${row}`),
    "Bounds",
    ...kinds.map((_, at) => ` 0 <= x${at} <= 500`),
    "General",
    ` ${kinds.map((_, at) => `x${at}`).join(" ")}`,
    "End",
  ];
  const {Status, ObjectiveValue} = highs.solve(lines.join("\n"));
  if (Status !== "Optimal") throw new Error(`the publication contradicts itself: ${Status}`);
  return Math.round(ObjectiveValue);
}

function sum(weights: readonly number[]): string {
  const terms = weights.flatMap((weight, at) =>
    weight === 0 ? [] : [`${weight < 0 ? "-" : "+"} ${Math.abs(weight)} x${at}`],
  );
  return terms.length === 0 ? "0 x0" : terms.join(" ");
}

function rowsOf(
  {kinds, withheldForFew}: RangeTask,
  address: CellAddress,
  cell: Cells[number]["cell"],
): readonly string[] {
  if (address.measure === "count") {
    const counted = sum(kinds.map((kind) => timesAt(kind, address)));
    return cell.status === "published" ? [`${counted} = ${cell.value}`] : [`${counted} >= 1`];
  }
  if (address.measure !== "mean") throw new Error("these reports ask for counts and means alone");
  const known = kinds.map((kind) =>
    typeof kind.age === "number" && kind.age <= 100 ? timesAt(kind, {...address, measure: "count"}) : 0,
  );
  if (cell.status === "suppressed") return withheldForFew?.(address) === true ? [`${sum(known)} <= 9`] : [];
  if (cell.status !== "published") return [`${sum(known)} = 0`];
  const twenty = (less: number) =>
    sum(known.map((times, at) => times * (20 * Number(kinds[at]!.age) + 1 - Math.round(20 * cell.value) - less)));
  return [`${twenty(0)} >= 0`, `${twenty(2)} <= -1`, `${sum(known)} >= 10`];
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
