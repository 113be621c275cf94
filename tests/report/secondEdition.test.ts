import {readFileSync} from "node:fs";
import {fileURLToPath} from "node:url";
import {describe, expect, test} from "vitest";
import {expandQuery, leafBlocks, loadPublication, openProject} from "../../src/publication/index.ts";
import {readRelease} from "../../src/release/index.ts";
import {checkClaims} from "../../src/site/prose/checkClaims.ts";
import {findTargets} from "../../src/site/prose/findTargets.ts";
import {Reading} from "../../src/site/prose/Reading.ts";
import {plainWords} from "../../src/site/prose/renderProse.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));

function readEditionOf(id: string) {
  const file = `data/releases/${id}/release.json`;
  return readRelease(readFileSync(`${root}/${file}`, "utf8"), file);
}

const publication = loadPublication(openProject(root), "south-east-2008-09");
const releases = new Map([
  ["this", readEditionOf("south-east-2008-09")],
  ["previous", readEditionOf("south-east-2007-08")],
]);
const reading = new Reading({publication, releases, targets: findTargets(publication)}, "margin");
const blocks = publication.chapters.flatMap((chapter) => leafBlocks(chapter.blocks));
const paragraphs = blocks.flatMap((block) =>
  block.kind === "prose"
    ? block.tokens.filter(({type}) => type === "inline").map((token) => plainWords([token], reading))
    : [],
);

describe("the second edition, made from the same template", () => {
  test("its claims hold on its own numbers", () => {
    expect(() => {
      checkClaims(publication, releases);
    }).not.toThrow();
  });

  test("the edition before answers for every number that it is compared with", () => {
    const previous = releases.get("previous")!;
    const asked = publication.plan.filter(({edition}) => edition === "previous");
    const cells = asked.flatMap((query) => expandQuery(query, previous.vocabulary));
    expect(cells.length).toBeGreaterThan(40);
    expect(cells.filter(({address}) => !previous.has(address))).toEqual([]);
  });

  test("its text says what rose and what fell", () => {
    const comparisons = paragraphs.filter((text) =>
      /(rose|fell) from [\d,.]+%? to [\d,.]+%?|changed little/.test(text),
    );
    expect(comparisons.length).toBeGreaterThanOrEqual(10);
    expect(comparisons.join("\n")).toContain("the number of prison clients rose from 7,822 to");
  });

  test("three of its figures show both years", () => {
    const both = blocks.filter(
      (block) =>
        block.kind === "figure" && new Set(block.show.map(({edition}) => edition)).size === 2 && block.show.length > 1,
    );
    expect(both.length).toBe(3);
  });
});
