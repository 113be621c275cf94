import {expect, test} from "vitest";
import {readSourceFiles} from "./sourceFiles.ts";

/** Everything of Node that puts text or files somewhere. */
const writes =
  /\b(writeFile|appendFile|writeSync|createWriteStream|copyFile|cp|openSync|truncate|writeWhole)(Sync)?\b(?=\(|,|\})/;

/**
 * Who writes, and what. Nothing of it is confidential but what the first four write, and those close it to all but its
 * owner: whatever else shall be confidential goes through them.
 */
const writers: Readonly<Record<string, string>> = {
  "src/audit/confidential/writePrivately.ts": "what is confidential, for its owner alone",
  "src/confidential/sources/files/mendCsv.ts": "records, in a private workspace, for its owner alone",
  "src/confidential/sources/files/unpackFile.ts": "records, in a private workspace, for its owner alone",
  "src/confidential/sources/files/table/keyOfTable.ts": "the key of a table of counts, for its owner alone",
  "src/confidential/makeRelease.ts": "a release",
  "src/synthetic/synthesise.ts": "people who do not exist",
  "src/files/FileLock.ts": "nothing: it makes the file that is locked",
  "src/files/index.ts": "whole files, for others to write",
  "src/files/journal.ts": "the journal of moves: paths",
  "src/files/moveInto.ts": "copies of what is moved to another disk, with the rights that it had",
  "src/files/partners.ts": "paths of folders",
  "src/files/reservations.ts": "whose a place is while outputs are put there: a path",
  "src/files/syncTree.ts": "nothing: it opens what shall be on the disk",
  "src/files/writeWhole.ts": "whole files, with the rights that are asked",
  "src/cli/releaseMoves.ts": "releases",
  "src/cli/init/kind/stageProject.ts": "a kind of report that is drafted: public files",
  "src/cli/init/startEdition.ts": "report.yaml",
  "src/cli/protectFile.ts": "a table that is protected",
  "src/cli/new/makeProject.ts": "a new project, whose extracts are made up",
  "src/cli/upgrade/changes.ts": "lines of .gitignore",
  "src/cli/upgrade/tellUpgrade.ts": "the version that a project is laid out for",
  "src/site/integration/finishSite.ts": "the site",
  "src/site/integration/printEditions.ts": "the site",
  "src/site/integration/relativeLinks.ts": "the site",
  "src/site/pdf/printReport.ts": "the PDF",
};

/** They open files to read them. */
const readers = ["src/intake/fileChunks.ts", "src/intake/fileKind.ts"];

test("whatever writes is known, so that nothing confidential is written but by who closes it to others", () => {
  const found = readSourceFiles("src")
    .filter(({file, text}) => !readers.includes(file) && writes.test(text))
    .map(({file}) => file);
  expect(found).toEqual(Object.keys(writers).toSorted());
});

test("records are written for their owner alone", () => {
  const own = readSourceFiles("src/confidential/sources/files").filter(({text}) => writes.test(text));
  expect(own.filter(({text}) => !text.includes("0o600")).map(({file}) => file)).toEqual([]);
});
