import {readFileSync} from "node:fs";
import {fileURLToPath} from "node:url";
import {
  cellKey,
  directivesIn,
  expandQuery,
  leafBlocks,
  loadPublication,
  parseQuery,
  queriesOfDirective,
  type CellAddress,
  type Directive,
  type FigureBlock,
  type Query,
  type TableBlock,
  openProject,
} from "../../src/publication/index.ts";
import {readRelease, roundRatioHalfUp, type Cell} from "../../src/release/index.ts";
import {findTargets} from "../../src/site/prose/findTargets.ts";
import {Reading} from "../../src/site/prose/Reading.ts";
import {plainWords} from "../../src/site/prose/renderProse.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const releaseFile = "data/releases/south-east-2007-08/release.json";

/** The South East report on 2007/08 as written, and as released. */
export const publication = loadPublication(openProject(root), "south-east-2007-08");
export const release = readRelease(readFileSync(`${root}/${releaseFile}`, "utf8"), releaseFile);
const releases = new Map([["this", release]]);

const leaves = publication.chapters.flatMap(({blocks}) => leafBlocks(blocks));
const figures = leaves.filter((block) => block.kind === "figure");
const tables = leaves.filter((block) => block.kind === "table");

// The report is read once from its first line to its last, because terms are given in full at their first use.
const reading = new Reading({publication, releases, targets: findTargets(publication)}, "margin");

/** A paragraph of the report: where it stands, its words with the numbers in them, and what it asks. */
export interface Paragraph {
  readonly file: string;
  readonly text: string;
  readonly directives: readonly Directive[];
}

/** Every paragraph, heading and footnote of the report, and every sentence of its key messages, as printed. */
export const paragraphs: readonly Paragraph[] = publication.chapters.flatMap(({file, blocks}) =>
  leafBlocks(blocks).flatMap((block) => {
    const lines =
      block.kind === "prose"
        ? block.tokens.filter(({type}) => type === "inline").map((token) => [token])
        : block.kind === "key-messages"
          ? block.cards.flatMap(({messages}) => messages.map(({sentence}) => [...sentence]))
          : [];
    return lines.map((line) => ({file, text: plainWords(line, reading), directives: directivesIn(line)}));
  }),
);

/** All that the report says in sentences. */
export const prose = paragraphs.map(({text}) => text).join("\n");

/** The paragraph that holds some words; fails where none does, or several do. */
export function paragraphWith(words: string): Paragraph {
  const found = paragraphs.filter(({text}) => text.includes(words));
  if (found.length !== 1) throw new Error(`${String(found.length)} paragraphs say "${words}"`);
  return found[0]!;
}

/** The figure that stands for a published one. */
export function figureFor(published: number): FigureBlock {
  const found = figures.find(({replaces}) => replaces.includes(published));
  if (!found) throw new Error(`no figure stands for the published Figure ${String(published)}`);
  return found;
}

/** Numbers of the published figures that the report says it replaces, ascending. */
export const replacedFigures = [...new Set(figures.flatMap(({replaces}) => replaces))].sort((a, b) => a - b);

/** The table of that id. */
export function tableNamed(id: string): TableBlock {
  return tables.find((table) => table.id === id)!;
}

/** A title as printed. */
export function titleOf({title}: FigureBlock | TableBlock): string {
  return plainWords(title, reading);
}

/** The addresses that a query asks. */
export function addressesOf(query: Query): readonly CellAddress[] {
  return expandQuery(query, release.vocabulary).map(({address}) => address);
}

/** The released cells of a query, as written in the language of reports. */
export function cellsOf(query: string): readonly Cell[] {
  return addressesOf(parseQuery(query)).map((address) => release.cell(address));
}

/** The released cell of a query that asks one. */
export function cellOf(query: string): Cell {
  const [cell, ...others] = cellsOf(query);
  if (!cell || others.length > 0) throw new Error(`"${query}" does not ask one cell`);
  return cell;
}

const keysOf = (queries: readonly Query[]) => new Set(queries.flatMap(addressesOf).map(cellKey));

/** Keys of the cells that a figure shows or names in its title and note. */
export function keysOfFigure({show, title, note}: FigureBlock): ReadonlySet<string> {
  return keysOf([...show, ...[...directivesIn(title), ...directivesIn(note ?? [])].flatMap(queriesOfDirective)]);
}

const cardNumbers = leaves.flatMap((block) =>
  block.kind === "key-messages" ? block.cards.flatMap(({messages}) => messages.map(({number}) => number.query)) : [],
);

/** Keys of the cells that sentences and key messages ask. */
export const keysOfText = keysOf([
  ...paragraphs.flatMap(({directives}) => directives.flatMap(queriesOfDirective)),
  ...cardNumbers,
]);

/** The key of the cell that a query asks. */
export function keyOf(query: string): string {
  return cellKey(addressesOf(parseQuery(query))[0]!);
}

/** A published cell at the precision in which the report of 2007/08 printed its measure; undefined where withheld. */
export function asPublished(query: string): number | undefined {
  const cell = cellOf(query);
  if (cell.status !== "published") return undefined;
  const {measure} = parseQuery(query);
  if (measure === "share") return roundRatioHalfUp(100 * cell.count!, cell.of!, 0);
  return measure === "value" ? Math.round(cell.value) : cell.value;
}

/** Numerator and denominator of a share; fails where it is withheld. */
export function ratioOf(query: string): {count: number; of: number} {
  const cell = cellOf(query);
  if (cell.status !== "published") throw new Error(`"${query}" is not published`);
  return {count: cell.count!, of: cell.of!};
}

/** A published count. */
export function countOf(query: string): number {
  const cell = cellOf(query);
  if (cell.status !== "published") throw new Error(`"${query}" is not published`);
  return cell.value;
}
