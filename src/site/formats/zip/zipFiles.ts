import {zipSync, type Zippable} from "fflate";

/** Files in a ZIP, all dated to one day, the first that a ZIP can name where none is given: the same files give the same bytes. */
export function zipFiles(
  files: readonly {readonly path: string; readonly bytes: Uint8Array}[],
  isoDay = "1980-01-01",
): Uint8Array {
  const [year = 1980, month = 1, day = 1] = isoDay.split("-").map(Number);
  // A ZIP holds local times: midnight where the build runs is the same bytes in every time zone.
  const mtime = new Date(year, month - 1, day);
  const entries: Zippable = {};
  for (const {path, bytes} of files) entries[path] = [bytes, {mtime, os: 0}];
  return zipSync(entries, {level: 9});
}
