import {isOfPeople, type Figure} from "../../measures/index.ts";
import {
  loadIndicators,
  referenceKeys,
  targetDuring,
  targetReferenceName,
  wholeRegion,
  type Indicator,
  type Project,
  type Report,
} from "../../publication/index.ts";
import {readReference} from "./readReference.ts";
import {rowName} from "./referenceTable.ts";

/** A row of a reference and the column asked. */
export interface ReferenceAddress {
  /** Name of the reference. */
  readonly population: string;
  /** Without a place the region as a whole is asked. */
  readonly at: Readonly<Record<string, string>>;
  readonly column: string;
}

/** Looks up a figure; gives nothing where its source has none. */
export type Figures = (address: ReferenceAddress) => Figure | undefined;

/** The figures of a report's references and targets, which are public. Throws DictionaryError. */
export function referenceFigures(project: Project, report: Report): Figures {
  const tables = new Map(report.references.map((name) => [name, readReference(project, name, report)]));
  const targets = new Map(
    loadIndicators(project, report.template)
      .values()
      .map((one) => targetFigure(one, report)),
  );
  return ({population, at, column}) => {
    if (targets.has(population)) return targets.get(population);
    const table = tables.get(population);
    if (!table) throw new Error(`the reference "${population}" was not read`);
    const [place, ...further] = referenceKeys(table.reference).map(({name}) => at[name]);
    const row = rowName([place ?? wholeRegion, ...further.map((category) => category ?? "")]);
    const figure = table.values.get(row)?.get(column);
    const unit = table.reference.columns.find(({name}) => name === column)?.unit ?? "";
    return figure && isOfPeople(unit) ? {...figure, isOfPeople: true} : figure;
  };
}

/** The target that applies at the end of a report's period, by the reference that it makes. */
function targetFigure(indicator: Indicator, {period}: Report): readonly [string, Figure | undefined] {
  const dated = targetDuring(indicator, period.to);
  return [targetReferenceName(indicator), dated && {value: dated.number}];
}
