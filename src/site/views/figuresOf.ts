import type {Block, FigureBlock, Publication, TableBlock} from "../../publication/index.ts";

/** Every figure and table of a report, in its order. */
export function figuresOf({chapters}: Publication): readonly (FigureBlock | TableBlock)[] {
  return chapters.flatMap(({blocks}) => inBlocks(blocks));
}

function inBlocks(blocks: readonly Block[]): readonly (FigureBlock | TableBlock)[] {
  return blocks.flatMap((block) => {
    if (block.kind === "figure" || block.kind === "table") return [block];
    return block.kind === "aside" || block.kind === "when" ? inBlocks(block.blocks) : [];
  });
}
