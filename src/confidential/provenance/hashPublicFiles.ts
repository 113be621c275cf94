import {windowOf, type Project, type Report} from "../../publication/index.ts";
import {sha256} from "../../release/index.ts";
import {refusalOf} from "../dictionary/DictionaryError.ts";
import {modelExtract} from "../dictionary/modelExtract.ts";

/**
 * SHA-256 of every dictionary and code list that shaped a release, by its path from the project's root: enough to tell
 * whether two releases count alike; of the bytes that were read for it. Never of an extract, whose hash would tell whether somebody holds the same records.
 */
export function hashPublicFiles(project: Project, report: Report): Readonly<Record<string, string>> {
  const {populations, region} = report;
  const files = new Set<string>();
  for (const {dictionary: name, extract} of populations) {
    files.add(`data/dictionaries/${name}.yaml`);
    for (const list of modelExtract(project, name, {region, window: windowOf(report, extract)}).lists.values())
      if (list.file !== "") files.add(list.file);
  }
  return Object.fromEntries([...files].sort().map((file) => [file, sha256(project.bytes(file, refusalOf(file)))]));
}
