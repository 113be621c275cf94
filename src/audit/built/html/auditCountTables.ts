import type {Population} from "../../../publication/index.ts";
import type {Release} from "../../../release/index.ts";
import type {Findings} from "../finding.ts";
import {numberKey, printedNumbers} from "../printedNumbers.ts";
import {attribute, elementsOf, placeOf, textOf, type PageElement} from "./parsePage.ts";

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
  const {populations} = release.vocabulary;
  for (const table of elsewhere(root)) {
    const caption = textOf(elementsOf(table).find(({name}) => name === "caption") ?? table).toLowerCase();
    const counted = populations.filter(({label}) => caption.startsWith(`${label.toLowerCase()}, by `));
    if (counted.length === 0) continue;
    for (const row of elementsOf(table).filter(({name}) => name === "tr")) {
      const parts = row.children.filter((child): child is PageElement => "name" in child);
      const [heading, ...cells] = parts;
      if (heading === undefined || attribute(heading, "scope") !== "row") continue;
      const allowed = new Set(counted.flatMap((population) => countsNamed(textOf(heading), population, release)));
      for (const {text, key, cell} of cells.flatMap((cell) => numbersOf(cell))) {
        if (allowed.has(key)) continue;
        const what = `${text} is not the released count of "${textOf(heading)}"`;
        findings.add({file, place: placeOf(cell), what, remedy});
      }
    }
  }
}

function elsewhere(root: PageElement): readonly PageElement[] {
  return elementsOf(root).filter(({name}) => name === "table");
}

function numbersOf(cell: PageElement) {
  return printedNumbers(textOf(cell)).map((number) => ({...number, cell}));
}

/** The published counts of a population at the categories of a label; of a population as a whole at "total". */
function countsNamed(heading: string, {name, variables}: Population, release: Release): readonly string[] {
  return release.cells.flatMap(({address, cell}) => {
    if (address.measure !== "count" || address.population !== name || cell.status !== "published") return [];
    const places = Object.entries(address.at);
    const labels = places.map(([variable, category]) => {
      const categories = variables.find((one) => one.name === variable)?.categories ?? [];
      return categories.find((one) => one.name === category)?.label;
    });
    const isNamed = places.length === 0 ? /^(?:total|all)\b/i.test(heading) : labels.join() === heading;
    return isNamed ? [numberKey(cell.value)] : [];
  });
}
