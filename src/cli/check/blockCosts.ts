import {
  cellKey,
  directivesOf,
  leafBlocks,
  queriesOfDirective,
  type Chapter,
  type LeafBlock,
  type Publication,
  type Query,
  type SourcePosition,
} from "../../publication/index.ts";
import type {Release} from "../../release/index.ts";

/** What a block of the text asks of a release, and what of that is withheld. */
export interface BlockCost {
  /** "table prisons-by-residence", "key messages", "the text of Introduction". */
  readonly name: string;
  /** Of its first query of which something is withheld, or of its first. */
  readonly position: SourcePosition;
  readonly cells: number;
  readonly withheld: number;
  /** Withheld cells that no other block asks. */
  readonly own: number;
}

/** A block with the cells that it asks of its own edition. */
interface AskingBlock {
  readonly name: string;
  readonly asked: readonly {readonly position: SourcePosition; readonly keys: readonly string[]}[];
  readonly keys: ReadonlySet<string>;
}

/** What every block costs that asks something of its own edition, the dearest first. All of it stands in the release. */
export function blockCosts({chapters}: Publication, release: Release): readonly BlockCost[] {
  const withheld = new Set(
    release.cells.filter(({cell}) => cell.status === "suppressed").map(({address}) => cellKey(address)),
  );
  const blocks = chapters.flatMap((chapter) => blocksOf(chapter, release));
  const askedBy = Map.groupBy(
    blocks.flatMap(({keys}) => [...keys]),
    (key) => key,
  );
  return blocks
    .flatMap(({name, asked, keys}) => {
      const dear = asked.find((one) => one.keys.some((key) => withheld.has(key))) ?? asked[0];
      const hidden = [...keys].filter((key) => withheld.has(key));
      const own = hidden.filter((key) => askedBy.get(key)?.length === 1).length;
      return dear === undefined
        ? []
        : [{name, position: dear.position, cells: keys.size, withheld: hidden.length, own}];
    })
    .toSorted((a, b) => b.own - a.own || b.withheld - a.withheld);
}

/** The figures, tables and key messages of a chapter, and its sentences together. */
function blocksOf({title, blocks}: Chapter, release: Release): readonly AskingBlock[] {
  const leaves = leafBlocks(blocks);
  const prose = leaves.filter(({kind}) => kind === "prose");
  const others = leaves.filter((block) => block.kind !== "prose");
  const asked = [
    ...others.map((block) => ({name: nameOf(block), queries: queriesIn([block])})),
    {name: `the text of ${title}`, queries: queriesIn(prose)},
  ];
  return asked.map(({name, queries}) => {
    const own = queries.flatMap((query) => {
      const {edition, position} = query;
      if (edition !== "this" || position === undefined) return [];
      return [{position, keys: release.answer(query).map(({asked: {address}}) => cellKey(address))}];
    });
    return {name, asked: own, keys: new Set(own.flatMap(({keys}) => keys))};
  });
}

function queriesIn(blocks: readonly LeafBlock[]): readonly Query[] {
  const shown = blocks.flatMap((block) => (block.kind === "figure" || block.kind === "table" ? block.show : []));
  return [...shown, ...directivesOf({blocks}).flatMap(queriesOfDirective)];
}

function nameOf(block: LeafBlock): string {
  if (block.kind === "figure" || block.kind === "table") return `${block.kind} ${block.id}`;
  return block.kind === "cards" ? "cards" : "key messages";
}
