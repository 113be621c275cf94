import {DisclosureError} from "../../src/audit/index.ts";
import type {CellAddress} from "../../src/publication/index.ts";
import type {Release} from "../../src/release/index.ts";
import {loadSolver, Program} from "../../src/solver/index.ts";
import {historyOf, releaseSmall, type Alike, type SmallRelease} from "./peopleProject.ts";

/** First and last days of the quarters of 2007/08, by name. */
export const quarters: Readonly<Record<string, readonly [from: string, to: string]>> = {
  "2007-08-q1": ["2007-04-01", "2007-06-30"],
  "2007-08-q2": ["2007-07-01", "2007-09-30"],
  "2007-08-q3": ["2007-10-01", "2007-12-31"],
  "2007-08-q4": ["2008-01-01", "2008-03-31"],
};

/** An edition of some days, which counts forms from some day on. */
export interface WindowEdition {
  readonly from: string;
  readonly to: string;
  readonly since: string;
  readonly text: string;
  readonly people: readonly Alike[];
}

/** A release with the days that its forms are of. */
export interface MadeEdition extends SmallRelease {
  readonly edition: WindowEdition;
}

/** Releases editions one after the other, each beside all before it; those that are refused are not there. */
export async function releaseWindows(editions: readonly WindowEdition[]): Promise<readonly MadeEdition[]> {
  const made: MadeEdition[] = [];
  for (const [at, edition] of editions.entries()) {
    const {from, to, since, text, people} = edition;
    const history = historyOf(since);
    const period = "period: {from: 2007-04-01, to: 2008-03-31}";
    const changed = {
      "templates/small/template.yaml": history["templates/small/template.yaml"]!,
      "reports/small/report.yaml": (old: string) => {
        const dated = old.replace(period, `period: {from: ${from}, to: ${to}}`);
        return since < from ? history["reports/small/report.yaml"]!(dated) : dated;
      },
    };
    const published = made.map(({release}) => release);
    const one = await releaseSmall({text, people, published, changed});
    if (one instanceof DisclosureError) continue;
    const day = {id: `edition-${String(at)}`, published: `2009-0${String(at + 1)}-01`};
    made.push({...one, edition, release: {...one.release, edition: {...one.release.edition, ...day}}});
  }
  return made;
}

/** Forms that nothing tells apart: of one quarter and area. */
export interface WindowKind {
  readonly quarter: string;
  readonly area: string;
}

/** Some cells of an edition, and the days that its forms are of. */
export interface ShownCells {
  readonly edition: Pick<WindowEdition, "since" | "to">;
  readonly cells: Release["cells"];
}

/**
 * The least and the most forms of some kinds that a reader of several editions holds possible: an integer program over how
 * many there are of each kind, which shares no code with the program but its solver.
 */
export async function rangeOfForms(
  shown: readonly ShownCells[],
  kinds: readonly WindowKind[],
  group: (kind: WindowKind) => boolean,
): Promise<readonly [least: number, most: number]> {
  const rows = shown.flatMap(({edition, cells}) =>
    cells.map(({address, cell}) => {
      const columns = [...kinds.keys()].filter((at) => isIn(kinds[at]!, address, edition));
      const [lower, upper] = cell.status === "published" ? [cell.value, cell.value] : [1, 500];
      return {columns, coefficients: columns.map(() => 1), lower, upper};
    }),
  );
  const best = async (sense: "least" | "most"): Promise<number> => {
    const data = {
      lower: kinds.map(() => 0),
      upper: kinds.map(() => 500),
      costs: kinds.map((kind) => (group(kind) ? 1 : 0)),
      rows,
      isWhole: () => true,
    };
    using program = new Program(await loadSolver(), data);
    const answer = program.solve(sense);
    if (answer.status !== "optimal") throw new Error(`the editions contradict each other: ${answer.status}`);
    return Math.round(answer.objective);
  };
  return [await best("least"), await best("most")];
}

const areas: Readonly<Record<string, string>> = {kent: "K", surrey: "S", sussex: "X"};

/** Whether a cell of an edition counts forms of a kind: all that count, of its days, at its place. */
export function isIn(kind: WindowKind, {at}: CellAddress, {since, to}: Pick<WindowEdition, "since" | "to">): boolean {
  const [first = "", last = ""] = quarters[kind.quarter] ?? [];
  if (first < since || last > to) return false;
  return Object.entries(at).every(([name, category]) => {
    if (name === "usable") return category === "yes";
    if (name === "quarter") return kind.quarter === category;
    if (name === "area") return kind.area === areas[category];
    throw new Error(`no edition of this test asks by ${name}`);
  });
}
