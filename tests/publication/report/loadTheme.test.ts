import {mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import path from "node:path";
import {expect, onTestFinished, test} from "vitest";
import {loadTheme, openProject, papers, type Theme} from "../../../src/publication/index.ts";
import {colours} from "../../../src/site/charts/theme.ts";

/** The theme of a project with these files. */
function themeOf(files: Readonly<Record<string, string>>): Theme {
  const root = mkdtempSync(path.join(tmpdir(), "theme-"));
  onTestFinished(() => {
    rmSync(root, {recursive: true});
  });
  for (const [file, text] of Object.entries(files)) writeFileSync(path.join(root, file), text);
  return loadTheme(openProject(root));
}

const drawing = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 2 2"><circle r="1"></circle></svg>';

test("a project without a theme has the usual look", () => {
  expect(themeOf({})).toEqual({});
});

test("a theme has a name, a logo and a colour for each paper", () => {
  const text = 'name: An observatory\nlogo: logo.svg\naccent: {light: "#12436D", dark: "#8FBCEA"}\n';
  expect(themeOf({"theme.yaml": text, "logo.svg": drawing})).toEqual({
    name: "An observatory",
    logo: drawing,
    accent: {light: "#12436D", dark: "#8FBCEA"},
  });
});

test("its papers are those of the site", () => {
  expect(papers).toEqual(colours.paper);
});

test.each([
  ['accent: {light: "#767676", dark: "#8FBCEA"}', undefined],
  ['accent: {light: "#777777", dark: "#8FBCEA"}', /theme\.yaml:1:18: #777777 on light paper.*contrast of 4\.4 to 1/],
  ['accent: {light: "#12436D", dark: "#12436D"}', /#12436D on dark paper.*Choose a lighter colour/],
  ['accent: {light: "red", dark: "#8FBCEA"}', /is no colour/],
  ["name: Team 7", /every number on a page has to be a released one/],
  ["logo: ../logo.svg", /is no SVG file of this project/],
  ["logo: logo.png", /is no SVG file of this project/],
  ["colour: red", /there is no field "colour"/],
])("%s", (line, refusal) => {
  const read = (): Theme => themeOf({"theme.yaml": `${line}\n`});
  if (refusal === undefined) expect(read()).toHaveProperty("accent");
  else expect(read).toThrow(refusal);
});

test.each(["name: Team ٣", "name: Team Ⅶ", 'name: "An\\u200Bobservatory"', 'name: "—"'])("%s is refused", (line) => {
  expect(() => themeOf({"theme.yaml": `${line}\n`})).toThrow("every number on a page has to be a released one");
});

test.each([
  "data/extracts/logo.svg",
  "a/../../logo.svg",
  "/logo.svg",
  ".git/logo.svg",
  "a/./logo.svg",
  "file:logo.svg",
])("a logo at %s is none of the project's own drawings", (logo) => {
  expect(() => themeOf({"theme.yaml": `logo: ${logo}\n`, "logo.svg": drawing})).toThrow(
    "is no SVG file of this project",
  );
});

test("a logo that is more than a drawing is refused, and one that is not there", () => {
  const logo = drawing.replace("<circle", "<script>1</script><circle");
  expect(() => themeOf({"theme.yaml": "logo: logo.svg\n", "logo.svg": logo})).toThrow(
    "logo.svg:1:59: the logo has <script>",
  );
  expect(() => themeOf({"theme.yaml": "logo: logo.svg\n"})).toThrow("this file is missing");
});
