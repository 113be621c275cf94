import {
  cellKey,
  directivesOf,
  leafBlocks,
  queriesOfDirective,
  type Chapter,
  type LeafBlock,
  type Query,
  type SourcePosition,
} from "../../publication/index.ts";
import type {Release} from "../../release/index.ts";

/** A block with the cells that it asks of its own edition. */
export interface AskingBlock {
  /** "table prisons-by-residence", "key messages", "the text of Introduction". */
  readonly name: string;
  /** The figure or table, or else the chapter: what a link or a revision would name. */
  readonly target: string;
  readonly asked: readonly {readonly position: SourcePosition; readonly keys: readonly string[]}[];
  readonly keys: ReadonlySet<string>;
}

/** The figures, tables and key messages of a chapter, and its sentences together. */
export function askingBlocks({id, title, blocks}: Chapter, release: Release): readonly AskingBlock[] {
  const leaves = leafBlocks(blocks);
  const prose = leaves.filter(({kind}) => kind === "prose");
  const others = leaves.filter((block) => block.kind !== "prose");
  const asked = [
    ...others.map((block) => ({
      name: nameOf(block),
      target: "id" in block ? block.id : id,
      queries: queriesIn([block]),
    })),
    {name: `the text of ${title}`, target: id, queries: queriesIn(prose)},
  ];
  return asked.map(({name, target, queries}) => {
    const own = queries.flatMap((query) => {
      const {edition, position} = query;
      if (edition !== "this" || position === undefined) return [];
      return [{position, keys: release.answer(query).map(({asked: {address}}) => cellKey(address))}];
    });
    return {name, target, asked: own, keys: new Set(own.flatMap(({keys}) => keys))};
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
