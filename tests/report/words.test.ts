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
  openProject,
} from "../../src/publication/index.ts";
import {askCell, readRelease} from "../../src/release/index.ts";
import {describeBaseNotes} from "../../src/site/tidy/describeNotes.ts";
import {readFigureData} from "../../src/site/tidy/readFigureData.ts";
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
  const publication = loadPublication(openProject(root), id);
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

/** The same among those who answered; nothing where it is not known how many did not, or nobody is asked to. */
function ratioOfAnswered(edition: Edition, query: Query) {
  const ratio = ratioOf(edition, query);
  const {asked, release} = askCell(query, edition.releases);
  const isOfUnanswered = Object.values(query.at).includes("not-stated");
  if (ratio === undefined || asked.missing === undefined || isOfUnanswered || query.amongStated) return undefined;
  const missing = release.has(asked.missing) ? release.cell(asked.missing) : undefined;
  return missing?.status === "published" ? {...ratio, of: ratio.of - missing.value} : undefined;
}

type Ratio = NonNullable<ReturnType<typeof ratioOf>>;

/** How many standard errors two shares of two groups lie apart: the test of two proportions, with a common variance. */
function zOf(one: Ratio | undefined, other: Ratio | undefined): number | undefined {
  if (one === undefined || other === undefined) return undefined;
  const together = (one.count + other.count) / (one.of + other.of);
  const error = Math.sqrt(together * (1 - together) * (1 / one.of + 1 / other.of));
  return (one.count / one.of - other.count / other.of) / error;
}

/** Directives with one population each: of several, a change makes a statement of each. */
function single(directive: Directive): readonly Directive[] {
  if (directive.kind !== "change") return [directive];
  const {query} = directive;
  return query.populations.map((name) => {
    const text = query.text.replace(query.populations.join(", "), name);
    return {...directive, query: {...query, populations: [name], text}};
  });
}

function statementsOf(edition: Edition, kind: "change" | "compare") {
  return edition.printed
    .flatMap(({directives}) => directives.flatMap(single))
    .filter((directive): directive is Extract<Directive, {kind: typeof kind}> => directive.kind === kind)
    .filter((directive) => ("query" in directive ? directive.query : directive.left).measure === "share")
    .map((directive) => {
      const [left, right] =
        "query" in directive
          ? [directive.query, {...directive.query, edition: "previous"}]
          : [directive.left, directive.right];
      return {
        words: printDirective(directive, edition.reading).text,
        z: zOf(ratioOf(edition, left), ratioOf(edition, right)),
        zOfAnswered: zOf(ratioOfAnswered(edition, left), ratioOfAnswered(edition, right)),
        isPaired: "left" in directive && left.populations[0] === right.populations[0],
      };
    });
}

describe("a change of a share between the editions", () => {
  const changes = statementsOf(second, "change").filter(({z}) => z !== undefined);

  test("is said where a test of two proportions finds it among all and among those who answered, and nowhere else", () => {
    const said = changes.filter(({words}) => /^(rose|fell)/.test(words));
    const ofAnswered = changes.filter(({words}) => words.startsWith("changed little among those who answered"));
    const unsaid = changes.filter(({words}) => words.startsWith("changed little (") || words.startsWith("stayed"));
    expect(said.length + ofAnswered.length + unsaid.length).toBe(changes.length);
    expect(said.filter(({z, zOfAnswered = z}) => Math.min(Math.abs(z!), Math.abs(zOfAnswered!)) < 1.9)).toEqual([]);
    expect(ofAnswered.filter(({z, zOfAnswered}) => Math.abs(z!) < 1.9 || Math.abs(zOfAnswered!) > 2.02)).toEqual([]);
    expect(unsaid.filter(({z}) => Math.abs(z!) > 2.02)).toEqual([]);
    expect([said.length, ofAnswered.length, unsaid.length].every((number) => number > 5)).toBe(true);
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
    expect(told.filter(({z, zOfAnswered = z}) => Math.min(Math.abs(z!), Math.abs(zOfAnswered!)) < 1.9)).toEqual([]);
    expect(told.filter(({words, z}) => /higher|more/.test(words) !== z! > 0)).toEqual([]);
  });

  test("has the interval at hand of every difference of two shares that it speaks of", () => {
    const directives = edition.printed.flatMap((line) => line.directives.flatMap(single));
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
