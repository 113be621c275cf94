import {readFileSync} from "node:fs";
import {fileURLToPath} from "node:url";
import {describe, expect, test} from "vitest";
import {
  directivesIn,
  leafBlocks,
  loadPublication,
  type Directive,
  type Inline,
  type Query,
} from "../../src/publication/index.ts";
import {readRelease} from "../../src/release/index.ts";
import {describeBaseNotes} from "../../src/site/figures/describeNotes.ts";
import {readFigureData} from "../../src/site/figures/readFigureData.ts";
import {askCell} from "../../src/site/prose/askCells.ts";
import {figureTitle} from "../../src/site/prose/figureTitle.ts";
import {findTargets} from "../../src/site/prose/findTargets.ts";
import {printDirective} from "../../src/site/prose/printDirective.ts";
import {Reading} from "../../src/site/prose/Reading.ts";
import {plainWords} from "../../src/site/prose/renderProse.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));

function releaseOf(id: string) {
  const file = `data/releases/${id}/release.json`;
  return readRelease(readFileSync(`${root}/${file}`, "utf8"), file);
}

/** An edition as it is printed: its lines (paragraphs, headings, sentences of key messages), its titles and its figures. */
function readEdition(id: string, previous?: string) {
  const publication = loadPublication(root, id);
  const releases = new Map([
    ["this", releaseOf(id)],
    ...(previous === undefined ? [] : ([["previous", releaseOf(previous)]] as const)),
  ]);
  const reading = new Reading({publication, releases, targets: findTargets(publication)}, "margin");
  const stands = (condition: string) =>
    !condition.endsWith("previous") || (condition === "previous") === releases.has("previous");
  const blocks = publication.chapters.flatMap((chapter) =>
    leafBlocks(chapter.blocks.filter((block) => block.kind !== "when" || stands(block.condition))),
  );
  const figures = blocks.filter((block) => block.kind === "figure");
  const lines = blocks.flatMap((block): readonly Inline[] => {
    if (block.kind === "prose") return block.tokens.filter(({type}) => type === "inline").map((token) => [token]);
    if (block.kind === "figure" || block.kind === "table") return [figureTitle(block, reading)];
    if (block.kind !== "key-messages") return [];
    return block.cards.flatMap(({messages}) => messages.map(({sentence}) => sentence));
  });
  const printed = lines.map((line) => ({text: plainWords(line, reading), directives: directivesIn(line)}));
  return {releases, reading, figures, printed};
}

const first = readEdition("south-east-2007-08");
const second = readEdition("south-east-2008-09", "south-east-2007-08");

type Edition = typeof first;

/** Numerator and denominator of a share; nothing where it is withheld. */
function ratioOf({releases}: Edition, query: Query) {
  const {cell} = askCell(query, releases);
  return cell.status === "published" && cell.of !== undefined ? {count: cell.count!, of: cell.of} : undefined;
}

/** How many standard errors two shares of two groups lie apart: the test of two proportions, with a common variance. */
function zOf(edition: Edition, left: Query, right: Query): number | undefined {
  const [one, other] = [ratioOf(edition, left), ratioOf(edition, right)];
  if (one === undefined || other === undefined) return undefined;
  const together = (one.count + other.count) / (one.of + other.of);
  const error = Math.sqrt(together * (1 - together) * (1 / one.of + 1 / other.of));
  return (one.count / one.of - other.count / other.of) / error;
}

function statementsOf(edition: Edition, kind: "change" | "compare") {
  return edition.printed
    .flatMap(({directives}) => directives)
    .filter((directive): directive is Extract<Directive, {kind: typeof kind}> => directive.kind === kind)
    .filter((directive) => ("query" in directive ? directive.query : directive.left).measure === "share")
    .map((directive) => ({
      words: printDirective(directive, edition.reading).text,
      z:
        "query" in directive
          ? zOf(edition, directive.query, {...directive.query, edition: "previous"})
          : zOf(edition, directive.left, directive.right),
      isPaired: "left" in directive && directive.left.populations[0] === directive.right.populations[0],
    }));
}

describe("a change of a share between the editions", () => {
  const changes = statementsOf(second, "change").filter(({z}) => z !== undefined);

  test("is said where a test of two proportions finds it, and nowhere else", () => {
    const said = changes.filter(({words}) => /^(rose|fell)/.test(words));
    const unsaid = changes.filter(({words}) => words.startsWith("changed little"));
    expect(said.length + unsaid.length).toBe(changes.length);
    expect(Math.min(...said.map(({z}) => Math.abs(z!)))).toBeGreaterThan(1.9);
    expect(Math.max(...unsaid.map(({z}) => Math.abs(z!)))).toBeLessThan(2.02);
    expect([said.length, unsaid.length].every((number) => number > 8)).toBe(true);
  });

  test("rises and falls as the counts do", () => {
    const directions = changes.flatMap(({words, z}) =>
      words.startsWith("rose") ? [z!] : words.startsWith("fell") ? [-z!] : [],
    );
    expect(directions.filter((direction) => direction <= 0)).toEqual([]);
  });
});

describe.each([
  ["2007/08", first],
  ["2008/09", second],
] as const)("what the edition of %s says in words", (_, edition) => {
  const texts = edition.printed.map(({text}) => text);

  test("compares two settings only where a test of two proportions tells them apart", () => {
    const apart = statementsOf(edition, "compare").filter(({z, isPaired}) => z !== undefined && !isPaired);
    const told = apart.filter(({words}) => !words.includes("about"));
    expect(told.length).toBeGreaterThan(8);
    expect(told.filter(({z}) => Math.abs(z!) < 1.9)).toEqual([]);
    expect(told.filter(({words, z}) => /higher|more/.test(words) !== z! > 0)).toEqual([]);
  });

  test("has the interval at hand of every difference of two shares that it speaks of", () => {
    const directives = edition.printed.flatMap((line) => line.directives);
    const pairOf = (left: Query, right: Query) => [left.text, right.text].toSorted().join(" | ");
    const given = new Set(
      directives.flatMap((one) => (one.kind === "difference" ? [pairOf(one.left, one.right)] : [])),
    );
    const spoken = directives.flatMap((one) => {
      if (one.kind === "compare" && one.left.measure === "share") return [pairOf(one.left, one.right)];
      if (one.kind !== "change" || one.query.measure !== "share") return [];
      return [pairOf(one.query, {...one.query, text: `${one.query.text} in previous`})];
    });
    expect(spoken.length).toBeGreaterThan(10);
    expect(spoken.filter((pair) => !given.has(pair))).toEqual([]);
  });

  test("never calls most what may be less than a half", () => {
    const most = texts.filter((text) => /\bmost (?:often|of|clients|people|prison|community|men|women)\b/i.test(text));
    expect(most).toEqual([]);
  });

  test("has no title with a hole in it", () => {
    expect(texts.filter((text) => /\[[cuzx]\]|not shown/.test(text))).toEqual([]);
  });

  test("says no share of fewer than ten people", () => {
    const shares = edition.printed
      .flatMap(({directives}) => directives)
      .flatMap((directive) =>
        directive.kind === "value" && directive.query.measure === "share" ? [directive.query] : [],
      )
      .flatMap((query) => ratioOf(edition, query) ?? []);
    expect(Math.min(...shares.map(({of}) => of))).toBeGreaterThanOrEqual(10);
  });

  test("promises a base under every figure of shares or means, and prints it", () => {
    expect(texts.join("\n")).toContain("Under every figure of shares or means stands what they are taken of");
    const measured = edition.figures.filter(({show}) =>
      show.some(({measure}) => measure === "share" || measure === "mean"),
    );
    expect(measured.length).toBeGreaterThan(30);
    const bare = measured.filter((block) => {
      const bases = describeBaseNotes(readFigureData(block, edition.releases));
      return bases.length === 0 || bases.some((base) => !base.startsWith("Base: "));
    });
    expect(bare.map(({id}) => id)).toEqual([]);
  });

  test("names each area whose share of men differs from the whole, and no other", () => {
    const {text} = edition.printed.find((line) => line.text.includes("compared with all community clients"))!;
    const [, higher = "", lower = ""] = /was higher in (.*) and lower in (.*?)\. The other areas/.exec(text)!;
    expect(higher).toBe(edition === first ? "Kent" : "Reading");
    expect(lower).toBe(edition === first ? "none" : "Windsor and Maidenhead, West Sussex and Southampton");
  });
});

test("men's share of the areas scatters: no two thirds of them print alike", () => {
  const block = first.figures.find(({id}) => id === "men-by-area")!;
  const rows = readFigureData(block, first.releases).panels.flatMap((panel) => panel.rows);
  const printed = rows.flatMap(({cell}) => (cell.status === "published" ? [Math.round(cell.value)] : []));
  const commonest = Math.max(...[...Map.groupBy(printed, (value) => value).values()].map(({length}) => length));
  expect(printed.length).toBeGreaterThan(14);
  expect(commonest).toBeLessThanOrEqual(printed.length / 3);
});
