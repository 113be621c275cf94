import type {Release} from "../../release/index.ts";
import {listInWords} from "../words/listInWords.ts";
import type {ReadRow} from "./readRows.ts";

interface Part {
  readonly release: Release;
  readonly rows: readonly ReadRow[];
}

/**
 * Measure, population, region and period in words: "Share of clients by sex, prison and community clients, South East,
 * April 2007 to March 2008". References bring their own title and period, so none is added for them.
 */
export function describeSubtitle(measure: string, parts: readonly Part[]): string {
  const asked = parts.filter(({rows}) => rows.some(({asked: {population}}) => population !== undefined));
  const populations = joinLabels(unique(asked.flatMap(({rows}) => rows.map(({row}) => row.population.label))));
  const regions = listInWords(unique(asked.map(({release}) => release.edition.region)));
  const periods = listInWords(unique(asked.map(({release}) => release.edition.period.text)));
  return [measure, populations, regions, periods].filter((words) => words !== "").join(", ");
}

/** "prison clients", "community clients" → "prison and community clients". */
function joinLabels(labels: readonly string[]): string {
  const endings = unique(labels.map((label) => label.split(" ").at(-1) ?? ""));
  const [ending] = endings;
  const canShare = endings.length === 1 && ending !== undefined && labels.every((label) => label.includes(" "));
  if (labels.length < 2 || !canShare) return listInWords(labels);
  return `${listInWords(labels.map((label) => label.slice(0, -ending.length - 1)))} ${ending}`;
}

function unique(values: readonly string[]): readonly string[] {
  return [...new Set(values)];
}
