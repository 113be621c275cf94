import {describe, expect, test} from "vitest";
import {Findings} from "../../../src/audit/site/finding.ts";
import {auditPage} from "../../../src/audit/site/html/auditPage.ts";
import {parsePage} from "../../../src/audit/site/html/parsePage.ts";
import {phrasesOfEdition} from "../../../src/audit/site/phrases.ts";
import {scopesOf} from "../../../src/audit/site/scope.ts";
import {auditWords} from "../../../src/audit/site/words/auditWords.ts";
import {leafBlocks, type KeyFiguresBlock} from "../../../src/publication/index.ts";
import type {Cell} from "../../../src/release/index.ts";
import {Reading} from "../../../src/site/prose/Reading.ts";
import {keyFiguresHtml} from "../../../src/site/views/keyFiguresHtml.ts";
import {faultsOf} from "../../publication/project.ts";
import {publishHeld, releaseWith, shareOf} from "./heldReport.ts";

const cards = [
  "::: cards",
  "- heading: Plans",
  "  number: indicator plan residence=kent",
  "  sentence: of clients of Kent agreed a plan.",
  "  comparison: That is {{ status indicator plan residence=kent }}.",
  ":::",
].join("\n");

function pageOf(text: string, share: Cell) {
  const publication = publishHeld(text);
  const release = releaseWith(publication, () => share);
  const edition = {publication, release, releases: new Map([["this", release]])};
  const reading = new Reading({publication, releases: edition.releases, targets: new Map()}, "margin");
  reading.openChapter("one");
  const [block] = leafBlocks(publication.chapters[0]!.blocks) as [KeyFiguresBlock];
  const html = keyFiguresHtml(block, {reading, footnotes: new Map(), headingShift: 0});
  const audit = (cardsOfPage: string): readonly string[] => {
    const findings = new Findings();
    const scopes = scopesOf(edition);
    const root = parsePage(`<section id="one">${cardsOfPage}</section>`);
    const phrases = phrasesOfEdition(edition);
    auditPage(
      {file: "index.html", root, scopes, numbers: new Set(), phrases, names: new Set(), sizeOf: () => undefined},
      findings,
    );
    auditWords({file: "index.html", root, scopes}, findings);
    return findings.list.map(({what}) => what);
  };
  return {html, audit};
}

describe("a card", () => {
  const {html, audit} = pageOf(cards, shareOf(180, 200));

  test("has its number, what that is, how it compares, and the definition of its indicator", () => {
    const lines = [...html.matchAll(/<p[^>]*>(.*?)<\/p>/g)].map(([, line]) => line);
    expect(lines).toEqual([
      "Plans",
      "90%",
      "of clients of Kent agreed a plan.",
      "That is better than the target.",
      "Clients with a plan: Clients who agreed a plan.",
    ]);
  });

  test("prints its number as the indicator says, as the text does", () => {
    const number = "{{ indicator neither residence=kent }}";
    const men = cards
      .replace("number: indicator plan", "number: indicator neither")
      .replace("agreed a plan.", `agreed a plan, ${number}.`);
    const page = pageOf(men, shareOf(181, 700));
    expect(page.html.match(/25\.9%/g)).toHaveLength(2);
    expect(page.audit(page.html)).toEqual([]);
  });

  test("is what the audit reads in it", () => {
    expect(audit(html)).toEqual([]);
  });

  test.each([
    ["90%", "91%", "91% is no number"],
    ["better than", "worse than", '"worse than the target" is not what'],
  ])("that says %s and should not is found", (from, to, what) => {
    expect(audit(html.replace(from, to))).toEqual([expect.stringContaining(what)]);
  });

  test("of a withheld number has its mark, and tells no side", () => {
    const withheld = pageOf(cards, {status: "suppressed"}).html;
    expect(withheld).toContain("[c]");
    expect(withheld).not.toMatch(/better|worse|told apart/);
  });

  test.each([
    [cards.replace("indicator plan residence=kent", "indicator plan by residence"), "asks for several numbers"],
    [cards.replace("indicator plan residence=kent", "status indicator plan"), "is no number"],
    [cards.replace("heading: Plans", "heading: Plans of 37"), '"37" is a typed number'],
    [cards.replace("indicator plan residence=kent", "fact unknown"), 'facts.yaml has no "unknown"'],
    [cards.replace("  sentence", "  sentense"), "sentense"],
  ])("%s is refused", (text, what) => {
    expect(faultsOf(() => publishHeld(text)).join()).toContain(what);
  });
});
