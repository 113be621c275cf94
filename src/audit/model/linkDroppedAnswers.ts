import {readQuantity, type Reads} from "../../publication/index.ts";
import {notStated} from "./answers/answersTo.ts";
import {findCell, type CellNaming} from "./lattice.ts";

/** What follows the faults that cost a form an answer. */
const dropped = {severity: "answer-dropped"} as const;

/** The one rule that a form may break beside another in the same column, and once for each span that begins with it. */
const repeatable = "out-of-range";

/** The faults of an extract and its forms. */
export interface FaultsAndForms {
  readonly faults: CellNaming;
  readonly forms: CellNaming;
}

/**
 * A fault that drops an answer leaves the form without one in that column: the forms that state nothing there are at
 * least as many as these faults. One column holds one answer, so that no form has two such faults in it. A question with
 * several answers keeps the others, and a question about any of several columns may be answered by another.
 */
export function linkDroppedAnswers({faults, forms}: FaultsAndForms): void {
  for (const {name, reads, kind} of forms.space.population.variables) {
    if (reads === undefined || columnsOf(reads).length === 0 || kind === "multi") continue;
    const region = forms.space.region({[name]: unanswered(reads)});
    const blank = region && findCell(forms, region);
    if (blank === undefined) continue;
    for (const column of columnsOf(reads)) {
      const found = faultsIn(faults, column);
      if (found.length === 0) continue;
      const cells = [blank, ...found];
      const because = `every fault that drops an answer in ${column} leaves a form without ${name}`;
      forms.builder.state({cells, coefficients: [1, ...found.map(() => -1)], lower: 0, upper: Infinity, because});
    }
  }
}

/** The category of a form without an answer. */
function unanswered(reads: Reads): string {
  if (reads.as === "code") return reads.blank;
  return reads.as === "answered" ? "no" : notStated;
}

/** Columns without which there is no answer, each by itself. */
function columnsOf(reads: Reads): readonly string[] {
  switch (reads.as) {
    case "code":
    case "answered":
    case "period":
      return [reads.column];
    case "years":
    case "months":
    case "weeks":
    case "days":
    case "bands":
    case "number":
    case "number-bands":
      return readQuantity(reads)?.columns ?? [];
    case "any-of":
      return reads.columns.length === 1 ? reads.columns.map(({column}) => column) : [];
    case "codes":
    case "form":
      return [];
  }
}

/** The counts of all faults that drop the answer in a column; nothing where the tables lack one. */
function faultsIn(faults: CellNaming, column: string): readonly number[] {
  const {combinations = [], variables} = faults.space.population;
  const place = variables.find(({name}) => name === "column")?.categories.find(({code}) => code === column)?.name;
  const [combination] = combinations;
  if (place === undefined || combination === undefined) return [];
  const at = combination.possible
    .map((tuple) => Object.fromEntries(combination.variables.map((name, index) => [name, tuple[index] ?? ""])))
    .filter((one) => one.column === place && one.severity === dropped.severity && one.rule !== repeatable);
  const cells = at.map((one) => {
    const region = faults.space.region(one);
    return region && findCell(faults, region);
  });
  return cells.flatMap((cell) => cell ?? []);
}
