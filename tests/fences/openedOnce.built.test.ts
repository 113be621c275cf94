import {readFileSync} from "node:fs";
import path from "node:path";
import {expect, inject, test} from "vitest";
import {root} from "./sourceFiles.ts";

/** Where people write what a report is made from. */
const folders = ["reports/", "templates/", "data/codelists/", "data/dictionaries/", "data/reference/"];

/** Public files that one build of every edition opened, with how often each. */
function openings(): Readonly<Record<string, number>> {
  const files = readFileSync(inject("builtSite").opened, "utf8")
    .split("\n")
    .map((file) =>
      path
        .relative(root, file.replace(/^file:\/\//, ""))
        .split(path.sep)
        .join("/"),
    )
    .filter((file) => folders.some((folder) => file.startsWith(folder)));
  return Object.fromEntries([...Map.groupBy(files, (file) => file)].map(([file, times]) => [file, times.length]));
}

test("a build of every edition opens each public file once", () => {
  const opened = openings();
  expect(Object.entries(opened).filter(([, times]) => times !== 1)).toEqual([]);
  // The watch has seen them at all, of every folder.
  expect(Object.keys(opened).length).toBeGreaterThan(50);
  for (const folder of folders) expect(Object.keys(opened).some((file) => file.startsWith(folder))).toBe(true);
});
