import {AxePuppeteer} from "@axe-core/puppeteer";
import MarkdownIt from "markdown-it";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import type {Browser} from "puppeteer-core";
import type {FigureBlock} from "../../src/publication/index.ts";
import {charts} from "../../src/site/charts/charts.ts";
import {drawFigure} from "../../src/site/charts/drawFigure.ts";
import {launchBrowser} from "../../src/site/pdf/index.ts";
import {readFigureData} from "../../src/site/tidy/readFigureData.ts";
import {basis, chapterOf, compared, template, type Files} from "../publication/project.ts";
import {geography, releasesFor} from "../site/sample/sampleFigure.ts";
import {references} from "../site/sample/sampleFigures.ts";
import {codeBlocks, readDocument} from "./documents.ts";

const page = readDocument("docs/gallery.md");
const pictures = [...page.text.matchAll(/^!\[(.*)\]\((.*)\)$/gm)].map(([, alt = "", file = ""]) => ({alt, file}));
const examples = codeBlocks(page, "md").map((markdown, at) => ({
  ...pictures[at],
  title: /^title: (.*)$/m.exec(markdown)?.[1] ?? "",
  block: figureIn(markdown),
}));

/** A report with the figures from elsewhere that the sample has, compared with another edition. */
function filesOf(): Files {
  const file = `${template}/template.yaml`;
  const named = references.map(({name}) => name).join(", ");
  return {...compared, [file]: (basis[file] ?? "").replace("references: [prevalence]", `references: [${named}]`)};
}

function figureIn(markdown: string): FigureBlock {
  const [block] = chapterOf(markdown, filesOf()).blocks.filter(({kind}) => kind === "figure");
  if (block?.kind !== "figure") throw new Error("the gallery shows Markdown that is no figure");
  return block;
}

test("the gallery has every chart once, in the order of the guide", () => {
  expect(examples.map(({block}) => block.chart)).toEqual(Object.keys(charts));
  expect(pictures).toHaveLength(examples.length);
});

describe.each(examples)("$block.chart", ({block, title, alt, file}) => {
  const {id, chart, options, show, position} = block;

  test("is pictured as its Markdown draws it", async () => {
    const data = readFigureData(block, releasesFor(show.map(({text}) => text)));
    const credits = ["Made-up records: the numbers describe nobody."];
    const drawn = drawFigure(data, {id, chart, options, position, title, credits, geography});
    expect(drawn.isWhollyWithheld).toBe(false);
    expect(file).toBe(`images/gallery/${id}.svg`);
    await expect(drawn.file).toMatchFileSnapshot(`../../docs/images/gallery/${id}.svg`);
  });

  test("is named by its kind and its title", () => {
    expect(alt).toBe(`${Object.entries(charts).find(([name]) => name === chart)?.[1].spoken ?? ""}: ${title}`);
  });
});

describe("as a page", () => {
  let browser: Browser;

  beforeAll(async () => {
    browser = await launchBrowser();
  });

  afterAll(async () => {
    await browser.close();
  });

  test("has no fault that axe can find", async () => {
    const shown = await browser.newPage();
    const body = new MarkdownIt().render(page.text);
    await shown.setContent(`<!doctype html><html lang="en-GB"><title>Gallery</title><main>${body}</main></html>`);
    const {violations, passes} = await new AxePuppeteer(shown).setLegacyMode().analyze();
    expect(violations.map(({id, nodes}) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
    expect(passes.map(({id}) => id)).toContain("image-alt");
  }, 120_000);
});
