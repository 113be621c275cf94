import {mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import path from "node:path";
import {expect, onTestFinished, test} from "vitest";
import {ConfidentialFolder} from "../../src/audit/index.ts";
import {makeRelease} from "../../src/confidential/makeRelease.ts";
import {fromFiles} from "../../src/confidential/sources/files/ingest.ts";
import {loadPublication, openProject} from "../../src/publication/index.ts";
import {readRelease} from "../../src/release/index.ts";
import {checkClaims} from "../../src/site/prose/checkClaims.ts";
import {codeBlocks, readDocument, root} from "./documents.ts";

test("the report that the page on published figures makes is released, and its claim holds", async () => {
  const page = readDocument("docs/published-figures.md");
  const [figures = "", years = ""] = codeBlocks(page, "csv");
  const [reference = "", template = "", report = ""] = codeBlocks(page, "yaml");
  const [chapter = ""] = codeBlocks(page, "md");
  const folder = mkdtempSync(path.join(tmpdir(), "figures-"));
  onTestFinished(() => {
    rmSync(folder, {recursive: true, force: true});
  });
  const files: Readonly<Record<string, string>> = {
    "data/reference/smoking.csv": figures,
    "data/reference/smoking.yaml": reference,
    "data/codelists/years.csv": years,
    "data/codelists/areas.csv": readFileSync(path.join(root, "data/codelists/areas.csv"), "utf8"),
    "data/codelists/regions.csv": readFileSync(path.join(root, "data/codelists/regions.csv"), "utf8"),
    "templates/smoking/template.yaml": template,
    "templates/smoking/10-one.md": chapter,
    "reports/smoking-2022/report.yaml": report,
  };
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, file)), {recursive: true});
    writeFileSync(path.join(folder, file), text);
  }
  const project = openProject(folder);
  const confidential = ConfidentialFolder.at(path.join(folder, "sign-off"));
  const made = await makeRelease({project, edition: "smoking-2022", published: [], confidential, open: fromFiles()});
  const release = readRelease(readFileSync(made.file, "utf8"), made.file);
  checkClaims(loadPublication(project, "smoking-2022"), new Map([["this", release]]));
  const printed = release.cells.map(({cell}) => (cell.status === "published" ? cell.value : cell.status));
  expect(printed).toEqual(expect.arrayContaining([1410, 146_900, 1.1]));
});
