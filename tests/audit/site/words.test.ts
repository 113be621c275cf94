import {readFileSync} from "node:fs";
import {fileURLToPath} from "node:url";
import {describe, expect, test} from "vitest";
import fc from "fast-check";
import {scopesOf} from "../../../src/audit/site/scope.ts";
import {Findings} from "../../../src/audit/site/finding.ts";
import {parsePage} from "../../../src/audit/site/html/parsePage.ts";
import {auditWords} from "../../../src/audit/site/words/auditWords.ts";
import {ownSide} from "../../../src/audit/site/words/ownInterval.ts";
import {leafBlocks, loadPublication, openProject} from "../../../src/publication/index.ts";
import {intervalOfDifference} from "../../../src/release/statistics/intervalOfDifference.ts";
import {readRelease, wilsonInterval} from "../../../src/release/index.ts";
import {figureTitle} from "../../../src/site/prose/figureTitle.ts";
import {findTargets} from "../../../src/site/prose/findTargets.ts";
import {Reading} from "../../../src/site/prose/Reading.ts";
import {renderInline, renderProse} from "../../../src/site/prose/renderProse.ts";

const root = fileURLToPath(new URL("../../..", import.meta.url));
const [id, before] = ["south-east-2008-09", "south-east-2007-08"];

function releaseOf(name: string) {
  const file = `data/releases/${name}/release.json`;
  return readRelease(readFileSync(`${root}/${file}`, "utf8"), file);
}

const edition = {
  publication: loadPublication(openProject(root), id),
  release: releaseOf(id),
  releases: new Map([
    ["this", releaseOf(id)],
    ["previous", releaseOf(before)],
  ]),
};
const scopes = scopesOf(edition);

/** The text of the edition as the site sets it, without its drawings and tables. */
function setPage(): string {
  const {publication, releases} = edition;
  const reading = new Reading({publication, releases, targets: findTargets(publication)}, "margin");
  const setting = {reading, footnotes: new Map(), headingShift: 0};
  const chapters = publication.chapters.map((chapter) => {
    reading.openChapter(chapter.id);
    const blocks = leafBlocks(chapter.blocks).map((block) => {
      if (block.kind === "prose")
        return renderProse(block.tokens, setting)
          .map(({html}) => html)
          .join("\n");
      if (block.kind !== "figure" && block.kind !== "table") return "";
      return `<div id="${block.id}"><h3>${renderInline(figureTitle(block, reading), setting)}</h3></div>`;
    });
    return `<section id="${chapter.id}">${blocks.join("\n")}</section>`;
  });
  return chapters.join("\n");
}

const page = setPage();

function audit(html: string): Findings {
  const findings = new Findings();
  auditWords({file: "index.html", root: parsePage(html), scopes}, findings);
  return findings;
}

describe("the comparisons of an edition", () => {
  test("are all judged, and the released counts bear them out", () => {
    const {list, checked} = audit(page);
    expect(list).toEqual([]);
    expect(checked.get("words")).toBeGreaterThan(70);
  });

  const turned: readonly (readonly [from: RegExp, to: string])[] = [
    [/\brose from/g, "fell from"],
    [/\bfell from/g, "rose from"],
    [/\bchanged little(?= \(| among prison clients \()/g, "rose"],
    [/\bchanged little among prison clients who answered/g, "rose from 32% to 34% among prison clients"],
    [/(?<=clients) who answered\b/g, ""],
    [/(?<!one share is )\bhigher than\b/g, "lower than"],
    [/\bmore likely(?: than)?(?=\s)/g, "about as likely"],
    [/\babout as many\b/g, "more"],
    [/\bfrom 47% to 44%/g, "from 44% to 47%"],
    [/\bfrom 31\.4 to 31\.7/g, "from 31.4 to 31.6"],
    [/\bwas higher in\s+Reading\b/g, "was higher in Kent"],
    [/\bWest Sussex and Southampton\b/g, "Reading"],
    [/\bHigh Down saw the largest share/g, "Winchester saw the largest share"],
    [/\bhighest in\s+Slough/g, "highest in Surrey"],
  ];

  test.each(turned)("are found out wherever %s becomes %s", (from, to) => {
    const places = [...page.matchAll(from)];
    expect(places.length).toBeGreaterThan(0);
    const missed = places.filter(({0: words, index}) => {
      const changed = page.slice(0, index) + to + page.slice(index + words.length);
      return audit(changed).list.length === 0;
    });
    expect(missed.map(({index}) => page.slice(index - 60, index + 60))).toEqual([]);
  });

  test("that are taken out or written anew cannot be judged, which is found as well", () => {
    const without = page.replace("Women’s share in the", "The share of women in the");
    const [found, ...others] = audit(without).list.map(({what}) => what);
    expect(found).toMatch(
      /^the comparison of \S+30-demographics\.md, line \d+, does not stand there as it is written$/,
    );
    expect(others).toEqual([]);
  });
});

const ratio = fc
  .tuple(fc.nat(5000), fc.nat(5000))
  .filter(([count, rest]) => count + rest > 0)
  .map(([count, rest]) => ({count, of: count + rest}));

test("the audit's own interval of two groups says what Newcombe's says from Wilson's intervals", () => {
  fc.assert(
    fc.property(ratio, ratio, (one, other) => {
      const [left, right] = [one, other].map(({count, of}) => ({value: count / of, ...wilsonInterval(count, of)}));
      const {lower, upper} = intervalOfDifference(left!, right!, 0);
      fc.pre(Math.min(Math.abs(lower), Math.abs(upper)) > 1e-6);
      expect(ownSide(one, other)).toBe(lower > 0 ? 1 : upper < 0 ? -1 : 0);
    }),
  );
});
