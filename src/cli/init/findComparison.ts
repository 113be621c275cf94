import {listEditions, loadReport, type Project} from "../../publication/index.ts";

/** The latest edition of the same template and region that ends before a day (ISO); nothing where there is none. */
export function findComparison(
  project: Project,
  {template, region, before}: {template: string; region: string; before: string},
): string | undefined {
  return listEditions(project.root)
    .map((edition) => loadReport(project, edition))
    .filter((report) => report.template === template && report.region.name === region && report.period.to < before)
    .toSorted((a, b) => (a.period.to < b.period.to ? 1 : -1))
    .at(0)?.id;
}
