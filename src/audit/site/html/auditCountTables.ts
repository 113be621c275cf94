import {expandQuery, parseQuery, type Population, type Variable} from "../../../publication/index.ts";
import type {Release} from "../../../release/index.ts";
import type {Findings} from "../finding.ts";
import {numberKey, printedNumbers} from "../../tells/printedNumbers.ts";
import {attribute, elementsOf, whereStands, textOf, type PageElement} from "./parsePage.ts";

const remedy = "Print the page from the release again: build again";

/**
 * Compares the tables of the methods page (forms by what became of them, faults by rule and by column) with the release,
 * number by number: each is the count of the population that the caption names and the category that its row names.
 */
export function auditCountTables(
  root: PageElement,
  {release, file}: {release: Release; file: string},
  findings: Findings,
): void {
  for (const table of elementsOf(root).filter(({name}) => name === "table")) {
    const caption = textOf(elementsOf(table).find(({name}) => name === "caption") ?? table).toLowerCase();
    const counted = captioned(caption, release);
    if (counted.length === 0) continue;
    for (const row of elementsOf(table).filter(({name}) => name === "tr")) {
      const parts = row.children.filter((child): child is PageElement => "name" in child);
      const [heading, ...cells] = parts;
      if (heading === undefined || attribute(heading, "scope") !== "row") continue;
      const allowed = new Set(counted.flatMap((one) => countsNamed(textOf(heading), one, release)));
      for (const {text, key, cell} of cells.flatMap((cell) => numbersOf(cell))) {
        if (allowed.has(key)) continue;
        const what = `${text} is not the released count of "${textOf(heading)}"`;
        findings.add({file, place: whereStands(cell), what, remedy});
      }
    }
  }
}

interface Counted {
  readonly population: Population;
  readonly variable: Variable;
}

/** What a caption counts by what: "Prison forms, by what became of the form". */
function captioned(caption: string, {vocabulary}: Release): readonly Counted[] {
  const all = vocabulary.populations.flatMap((population) =>
    population.variables.map((variable) => ({population, variable})),
  );
  return all.filter(({population, variable}) => caption === `${population.label}, by ${variable.label}`.toLowerCase());
}

function numbersOf(cell: PageElement) {
  return printedNumbers(textOf(cell)).map((number) => ({...number, cell}));
}

/** The published counts of a population at the categories of a label; of all of it at "total". */
function countsNamed(heading: string, {population, variable}: Counted, release: Release): readonly string[] {
  const query = parseQuery(`count ${population.name} by ${variable.name} with totals`);
  return expandQuery(query, release.vocabulary).flatMap(({address, place: [place]}) => {
    const isNamed = place?.category === "total" ? /^(?:total|all)\b/i.test(heading) : place?.category.label === heading;
    const cell = isNamed && release.has(address) ? release.cell(address) : undefined;
    return cell?.status === "published" ? [numberKey(cell.value)] : [];
  });
}
