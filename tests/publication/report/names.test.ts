import {describe, expect, test} from "vitest";
import {checkEditionName, loadReport, openProject} from "../../../src/publication/index.ts";
import {basis, edition, faultsOf as faultsIn, publish, template, writeProject, type Files} from "../project.ts";

const faultsOf = (files: Files): readonly string[] => faultsIn(() => publish(files));

describe("a folder that is no name of an edition is refused:", () => {
  test.each([
    "accessibility",
    "index",
    "404",
    "this",
    "previous",
    "data",
    "src",
    "tests",
    "node_modules",
    "package",
    "My edition",
    "a#b",
    "a?b",
    "a%20b",
    "..",
    "Süd",
    "a_b",
    "A",
  ])("%s", (name) => {
    expect(() => {
      checkEditionName(name);
    }).toThrow(/^reports\/.*: .*\. (Name|Give) the folder .*\.$/);
  });
});

const figure = (id: string): string =>
  `::: figure ${id}\ntitle: Men and women\nmeasure: Share of clients by sex\nchart: bars\nshow: share prison by sex\n:::\n`;

const withFigures = (...ids: readonly string[]): Files => ({
  [`${template}/10-one.md`]: `# One\n\nText.\n\n${ids.map(figure).join("\n")}`,
});

describe("a name that would stand for two things is refused:", () => {
  test.each<[string, readonly string[], string]>([
    ["twice the same", ["by-sex", "by-sex"], 'the name "by-sex" is used twice'],
    ["the edition's", ["kent-2007-08"], '"kent-2007-08" is the edition\'s own name'],
    ["a chapter's", ["one"], 'the name "one" is used twice'],
    ["a part of the page", ["content"], '"content" is what a part of every page is called'],
    ["the map", ["region-map"], '"region-map" is what a part of every page is called'],
    ["a part of a figure", ["by-sex", "by-sex-title"], '"by-sex-title" is what a part of "by-sex" is called'],
    ["a note of a chapter", ["one-note-1"], '"one-note-1" is what a part of "one" is called'],
    ["a definition", ["definition-dip"], '"definition-dip" is what a definition is called'],
  ])("%s", (_, ids, what) => {
    expect(faultsOf(withFigures(...ids)).join("\n")).toContain(what);
  });

  test("two terms that differ in signs alone", () => {
    const glossary = "C+\n: One.\n\nC-\n: Another.\n";
    const faults = faultsOf({...withFigures("by-sex"), [`${template}/glossary.md`]: glossary});
    expect(faults.join("\n")).toContain('the terms "C+" and "C-" differ in signs alone');
  });

  test("and names that only look alike stand", () => {
    expect(faultsOf(withFigures("by-sex", "by-sex-and-age", "title", "title-page"))).toEqual([]);
  });
});

describe("a link leads to the report, or to a page that is sent as it was written:", () => {
  const linked = (to: string): Files => ({[`${template}/10-one.md`]: `# One\n\nSee [there](${to}).\n`});

  test.each(["https://www.ons.gov.uk/x", "mailto:office@example.org", "#one"])("%s stands", (to) => {
    expect(faultsOf(linked(to))).toEqual([]);
  });

  test.each(["http://example.org", "//example.org", "/data/extracts/prison.csv", "ftp://example.org"])(
    "%s is refused",
    (to) => {
      expect(faultsOf(linked(to)).join("\n")).toContain("this link leads neither");
    },
  );
});

test("a report of such a name is refused by whatever reads it", () => {
  const root = writeProject({
    "reports/accessibility/report.yaml": basis[`${edition}/report.yaml`] ?? "",
  });
  expect(() => loadReport(openProject(root), "accessibility")).toThrow("this is a page of the site already");
});
