import {
  directivesIn,
  directivesOfKeyFigure,
  leafBlocks,
  queriesOfDirective,
  type Block,
  type Chapter,
  type Directive,
  type FigureBlock,
  type TableBlock,
} from "../../publication/index.ts";
import {derivedNumbers} from "./derivedNumbers.ts";
import {cellsOf, type EditionInDist, type PublicCell} from "./editionInDist.ts";
import {endsOfInterval, numbersOfCell} from "./numbersOfCell.ts";
import {phrasesOfChapter} from "./phrases.ts";

/** The numbers and the wordings with digits that may stand in one part of a page. */
export interface Scope {
  readonly numbers: ReadonlySet<string>;
  readonly phrases: readonly string[];
}

/** A figure or table of the text with its released cells. */
export interface ShownFigure {
  readonly block: FigureBlock | TableBlock;
  readonly cells: readonly PublicCell[];
  readonly scope: Scope;
}

/** What each part of an edition may say: figures by identifier, chapters by identifier, and the figures' titles. */
export interface EditionScopes {
  readonly edition: EditionInDist;
  readonly figures: ReadonlyMap<string, ShownFigure>;
  readonly chapters: ReadonlyMap<string, Scope>;
  readonly titles: ReadonlySet<string>;
}

/** Works out, from the text and the releases, which numbers each part of an edition may show. */
export function scopesOf(edition: EditionInDist): EditionScopes {
  const {chapters} = edition.publication;
  const shown = chapters.flatMap((chapter) => {
    const {phrases} = scopeOfChapter(chapter, edition);
    return figuresIn(shownBlocks(chapter.blocks, edition)).map((block) => shownFigure(block, phrases, edition));
  });
  const titles = new Set(shown.flatMap(({block}) => [...numbersOf(directivesIn(block.title), edition)]));
  return {
    edition,
    figures: new Map(shown.map((figure) => [figure.block.id, figure])),
    chapters: new Map(
      chapters.map((chapter) => {
        const {numbers, phrases} = scopeOfChapter(chapter, edition);
        const lists = leafBlocks(chapter.blocks).some(({kind}) => kind === "insert");
        return [chapter.id, {numbers: lists ? numbers.union(titles) : numbers, phrases}];
      }),
    ),
    titles,
  };
}

/** Parts for editions with an earlier one stand only where there is one, and the other way round. */
function shownBlocks(blocks: readonly Block[], {publication}: EditionInDist): readonly Block[] {
  const met = publication.report.compareWith === undefined ? "no-previous" : "previous";
  return leafBlocks(blocks.filter((block) => block.kind !== "when" || block.condition === met));
}

function figuresIn(blocks: readonly Block[]): readonly (FigureBlock | TableBlock)[] {
  return blocks.filter((block) => block.kind === "figure" || block.kind === "table");
}

function shownFigure(block: FigureBlock | TableBlock, phrases: readonly string[], edition: EditionInDist): ShownFigure {
  const cells = block.show.flatMap((query) => cellsOf(query, edition));
  const own = [...directivesIn(block.title), ...directivesIn(block.note ?? [])];
  const isHeld = block.kind === "table" && block.standings !== undefined;
  const ends = isHeld ? cells.flatMap(endsOfInterval) : [];
  const numbers = new Set([...cells.flatMap(numbersOfCell), ...ends, ...numbersOf(own, edition)]);
  const withheld = cells.filter(({cell}) => cell.status === "suppressed").length;
  const told = withheld === 1 ? "1 value is withheld" : `${String(withheld)} values are withheld`;
  const few = cells.filter(({cell}) => cell.status === "unreliable").length;
  const tooFew = few === 1 ? "1 share is of too few" : `${String(few)} shares are of too few`;
  return {block, cells, scope: {numbers, phrases: [...phrases, told, tooFew]}};
}

function scopeOfChapter(chapter: Chapter, edition: EditionInDist): Scope {
  const directives = shownBlocks(chapter.blocks, edition).flatMap((block): readonly Directive[] => {
    if (block.kind === "prose") return directivesIn(block.tokens);
    if (block.kind === "cards") return block.cards.flatMap(directivesOfKeyFigure);
    if (block.kind !== "key-messages") return [];
    return block.cards.flatMap(({messages}) =>
      messages.flatMap(({number, sentence}) => [number, ...directivesIn(sentence)]),
    );
  });
  return {
    numbers: numbersOf(directives, edition),
    phrases: phrasesOfChapter({chapter, directives}, edition.publication),
  };
}

/** The numbers that directives may print; a claim prints none. */
function numbersOf(directives: readonly Directive[], edition: EditionInDist): ReadonlySet<string> {
  const printing = directives.filter(({kind}) => kind !== "claim" && kind !== "claim-rank");
  return new Set(
    printing.flatMap((directive) => {
      const cells = queriesOfDirective(directive).flatMap((query) => cellsOf(query, edition));
      return [...cells.flatMap(numbersOfCell), ...derivedNumbers(directive, cells)];
    }),
  );
}
