import {readFileSync} from "node:fs";
import {fileURLToPath} from "node:url";
import {expect, test} from "vitest";
import {leafBlocks, loadPublication, openProject} from "../../../src/publication/index.ts";
import {readRelease} from "../../../src/release/index.ts";
import {creditsOf} from "../../../src/site/views/creditsOf.ts";
import {figureSources} from "../../../src/site/views/figureSources.ts";

const root = fileURLToPath(new URL("../../..", import.meta.url));
const edition = "south-east-2007-08";
const file = `data/releases/${edition}/release.json`;
const publication = loadPublication(openProject(root), edition);
const sources = {
  publication,
  releases: new Map([["this", readRelease(readFileSync(`${root}/${file}`, "utf8"), file)]]),
};
const figures = publication.chapters
  .flatMap(({blocks}) => leafBlocks(blocks))
  .filter((block) => block.kind === "figure");
const figure = (id: string) => figures.find((one) => one.id === id)!;

test("a drawing of counted people names the report, and that they are made up", () => {
  const [source, notice] = creditsOf(figure("areas-of-contact"), sources);
  expect(source).toMatch(
    /^Source: Drug Interventions Programme in the South East, 2007\/08, Smallprint example observatory\.$/,
  );
  expect(notice).toMatch(/^Synthetic data: /);
});

test("one of published estimates names where these are from, and calls nothing made up", () => {
  const credits = creditsOf(figure("prevalence-map"), sources);
  expect(credits).toEqual([expect.stringMatching(/^Source: Home Office, Estimates .*2006\/07.*\. Drawn for Drug /)]);
});

test("one of people beside estimates names both, and what is made up", () => {
  const block = figure("contact-against-need");
  expect(figureSources(block, sources).published).toEqual([expect.stringMatching(/^Home Office/)]);
  const [source, notice] = creditsOf(block, sources);
  expect(source).toMatch(/^Source: Home Office.*; Drug Interventions Programme/);
  expect(notice).toMatch(/^Synthetic data: /);
});
