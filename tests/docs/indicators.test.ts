import {cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import path from "node:path";
import {expect, onTestFinished, test} from "vitest";
import {vocabularyFor} from "../../src/confidential/dictionary/vocabularyFor.ts";
import {expandQuery, loadPublication, openProject, resolveNames, type Project} from "../../src/publication/index.ts";
import {codeBlocks, readDocument, root} from "./documents.ts";

const edition = "south-east-2007-08";
const kind = "drug-interventions-annual";

/** The project of the example editions, with one chapter and the definitions that the guide shows. */
function projectWith(indicators: string, chapter: string): Project {
  const folder = mkdtempSync(path.join(tmpdir(), "indicators-"));
  onTestFinished(() => {
    rmSync(folder, {recursive: true, force: true});
  });
  for (const part of [`templates/${kind}`, `reports/${edition}`]) mkdirSync(path.join(folder, part), {recursive: true});
  symlinkSync(path.join(root, "data"), path.join(folder, "data"));
  for (const file of [`templates/${kind}/template.yaml`, `reports/${edition}/report.yaml`])
    cpSync(path.join(root, file), path.join(folder, file));
  writeFileSync(path.join(folder, `templates/${kind}/indicators.yaml`), indicators);
  writeFileSync(path.join(folder, `templates/${kind}/10-one.md`), `# One\n\n${chapter}`);
  return openProject(folder);
}

test("every directive that the guide shows can be read", () => {
  const page = readDocument("docs/indicators.md");
  const [indicators = ""] = codeBlocks(page, "yaml");
  const shown = [...page.text.matchAll(/^\| `(\{\{.*?\}\})`/gm)].map(([, text = ""]) =>
    text.replace("…", "indicator care-plan"),
  );
  expect(shown.length).toBeGreaterThan(4);
  const compared = shown.map((text) => `::: when previous\n${text.replaceAll("\\|", "|")}\n:::`).join("\n\n");
  const project = projectWith(indicators, compared);
  const {chapters} = loadPublication(project, edition);
  expect(chapters).toHaveLength(1);
});

test("the indicators that the guide defines are read, and every name of its text is known", () => {
  const page = readDocument("docs/indicators.md");
  const [indicators = ""] = codeBlocks(page, "yaml");
  const chapter = codeBlocks(page, "md").join("\n\n");
  const project = projectWith(indicators, chapter);
  const publication = loadPublication(project, edition);
  const vocabulary = vocabularyFor(project, publication.report);
  expect(resolveNames(publication, vocabulary)).toEqual([]);
  const asked = publication.plan.flatMap((query) => expandQuery(query, vocabulary)).map(({address}) => address.measure);
  expect(new Set(asked)).toEqual(new Set(["share", "value", "count"]));
});
