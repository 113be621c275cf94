import {existsSync} from "node:fs";
import path from "node:path";
import {listEditions, loadReport, type Project, type Report} from "../publication/index.ts";
import {releaseFile} from "./outputs.ts";
import type {Extracts} from "./options.ts";
import {requireEdition} from "./requireEdition.ts";
import {UsageError} from "./UsageError.ts";

/** An edition to build, and whether its release is made now or was made before. */
export interface PlannedEdition {
  readonly edition: string;
  readonly source: "extracts" | "release";
  /** It was not named, and stays on the site as it was released. */
  readonly isKept: boolean;
}

/** What the plan is made from: see `BuildRequest`. */
export interface PlanInput {
  readonly project: Project;
  readonly editions: readonly string[];
  readonly extracts: Extracts;
  /** Whether the site is the project's, which goes on showing what else was released. */
  readonly keepsOthers: boolean;
}

/**
 * The editions to build, each after the one that it compares with: all that can be built when none is named, otherwise
 * those named and, where the site keeps others, whatever else was released. Throws UsageError for a name that is no
 * edition, and where there is neither extract nor release to build one from.
 */
export function planBuild({project, editions, extracts, keepsOthers}: PlanInput): readonly PlannedEdition[] {
  const {root} = project;
  for (const edition of editions) requireEdition(root, edition);
  const named = new Set(editions.length > 0 ? editions : listEditions(root));
  const reports = [...named].map((edition) => loadReport(project, edition));
  const planned = sortByComparison(reports).flatMap((report) => sourceOf(report, {root, editions, extracts}) ?? []);
  const others = keepsOthers ? listEditions(root).filter((one) => !named.has(one) && isReleased(root, one)) : [];
  const kept = others.map((edition) => ({edition, source: "release", isKept: true}) as const);
  if (planned.length > 0) return [...planned, ...kept];
  throw new UsageError(
    'There is nothing to build: no edition has extracts or a release. Start one with "smallprint init".',
  );
}

function isReleased(root: string, edition: string): boolean {
  return existsSync(releaseFile(path.join(root, "data"), edition));
}

function sourceOf(
  report: Report,
  {root, editions, extracts}: Pick<PlanInput, "editions" | "extracts"> & {readonly root: string},
): PlannedEdition | undefined {
  const edition = report.id;
  const files = Object.entries({...report.extracts, ...extracts}).map(([name, file]) => ({
    name,
    file: path.resolve(root, file),
  }));
  const missing = files.filter(({file}) => !existsSync(file));
  if (missing.length === 0 || Object.keys(extracts).length > 0) return {edition, source: "extracts", isKept: false};
  if (isReleased(root, edition)) return {edition, source: "release", isKept: false};
  if (!editions.includes(edition)) return undefined;
  const names = missing.map(({name}) => name).join(", ");
  throw new UsageError(
    `${edition} has no release, and these of its extracts are not here: ${names}. Give them with --extract ${missing[0]?.name ?? ""}=PATH.`,
  );
}

/** Editions in an order in which each stands behind the one that it compares with. */
function sortByComparison(reports: readonly Report[]): readonly Report[] {
  const sorted = new Set<Report>();
  const add = (report: Report, way: readonly Report[]): void => {
    const previous = reports.find(({id}) => id === report.compareWith);
    if (previous !== undefined && !way.includes(previous)) add(previous, [...way, report]);
    sorted.add(report);
  };
  for (const report of reports) add(report, []);
  return [...sorted];
}
