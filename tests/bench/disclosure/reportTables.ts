import {loadPublication, openProject} from "../../../src/publication/index.ts";
import {referenceFigures} from "../../../src/confidential/dictionary/referenceFigures.ts";
import {vocabularyFor} from "../../../src/confidential/index.ts";
import {countModelOf} from "../../../src/confidential/disclose/link/countModelOf.ts";
import {linkCells} from "../../../src/confidential/disclose/link/linkCells.ts";
import {addressesOf} from "../../../src/confidential/disclose/link/links.ts";
import {crossTabulate} from "../../../src/confidential/disclose/search/crossTabulate.ts";
import type {CountModel} from "../../../src/confidential/disclose/search/countModel.ts";
import {ingest} from "../../../src/confidential/sources/files/ingest.ts";
import {planCells} from "../../../src/confidential/cells/planCells.ts";
import {tabulate} from "../../../src/confidential/tabulate/tabulate.ts";
import {root} from "../measure.ts";

/** The places that the two appendices of the report cross. */
const appendices = [
  {name: "appendix A, prison by residence", population: "prison", by: ["prison-of-contact", "residence"]},
  {name: "appendix B, area by residence", population: "community", by: ["area-of-contact", "residence"]},
] as const;

/** The appendices of the South East report, each by itself, and the whole publication with all that links it. */
export async function reportTables(): Promise<readonly {name: string; model: CountModel}[]> {
  const publication = loadPublication(openProject(root), "south-east-2007-08");
  const {report, plan} = publication;
  const vocabulary = vocabularyFor(openProject(root), report);
  const asked = planCells(plan, vocabulary);
  const links = linkCells(asked, vocabulary);
  const project = openProject(root);
  await using source = await ingest({project, report});
  const figures = referenceFigures(project, report);
  const tabulation = await tabulate([...asked, ...addressesOf(links)], {source, figures, vocabulary});
  const counts = new Map<string, number>();
  for (const [key, {address, count}] of tabulation) if (address.measure === "count") counts.set(key, count);
  const tables = appendices.map(({name, population, by}) => {
    const lines = [...tabulation.values()].flatMap(({address, count}) => {
      if (address.measure !== "count" || address.population !== population) return [];
      const {at} = address;
      if (Object.keys(at).length !== by.length) return [];
      const categories = by.flatMap((variable) => at[variable] ?? []);
      return categories.length === by.length ? [{categories, count}] : [];
    });
    return {name, model: crossTabulate(lines, by.length)};
  });
  return [...tables, {name: "the whole publication", model: countModelOf(links, counts).model}];
}
