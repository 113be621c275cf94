import {existsSync, readdirSync, statSync} from "node:fs";
import {join, resolve} from "node:path";
import {ownCode} from "../../files/index.ts";
import {listEditions, loadReport, type Project} from "../../publication/index.ts";
import {findRelease} from "../../release/index.ts";
import type {SiteRequest} from "./siteRequest.ts";

/** What makes releases; it is not there where only the site is built. */
const releasing = join(ownCode, "confidential");

/** Folders whose content shapes a release, beside the extracts. */
const shaping = ["data/dictionaries", "data/codelists", "data/reference", releasing] as const;

/** The editions whose extracts are here and whose release is older than something that it rests on, or missing. */
export function staleEditions(request: SiteRequest): readonly string[] {
  return listEditions(request.project.root).filter((edition) => isStale(edition, request));
}

/** Files and folders that a change of which makes the release of an edition old. */
export function inputsOf(edition: string, project: Project): readonly string[] {
  const report = loadReport(project, edition);
  const folders = [`reports/${edition}`, `templates/${report.template}`, ...shaping];
  return [...Object.values(report.extracts), ...folders].map((path) => resolve(project.root, path));
}

function isStale(edition: string, {project, releases}: SiteRequest): boolean {
  const {root} = project;
  const extracts = Object.values(loadReport(project, edition).extracts).map((path) => resolve(root, path));
  if (!extracts.every((path) => existsSync(path)) || !existsSync(releasing)) return false;
  const release = findRelease(edition, releases);
  if (release === undefined) return true;
  const made = statSync(release).mtimeMs;
  return inputsOf(edition, project).some((path) => newestWithin(path) > made);
}

/** Time of the latest change of a file, or of any file in a folder; 0 where there is none. */
function newestWithin(path: string): number {
  if (!existsSync(path)) return 0;
  const stat = statSync(path);
  if (stat.isFile()) return stat.mtimeMs;
  const entries = readdirSync(path, {recursive: true, withFileTypes: true}).filter((entry) => entry.isFile());
  return Math.max(0, ...entries.map(({parentPath, name}) => statSync(join(parentPath, name)).mtimeMs));
}
