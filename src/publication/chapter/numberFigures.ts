import type {Block, Chapter} from "../document/publication.ts";
import {leafBlocks} from "./walk.ts";

/**
 * Numbers figures through the report, tables through its chapters, and the tables of an appendix by its letter: "A",
 * or "A1" and "A2" where it has several.
 */
export function numberFigures(chapters: readonly Chapter[]): readonly Chapter[] {
  const numbers = new Map<Block, string>();
  let [figures, tables] = [0, 0];
  for (const {kind, number, blocks} of chapters) {
    const leaves = leafBlocks(blocks);
    for (const figure of leaves.filter((block) => block.kind === "figure")) numbers.set(figure, String((figures += 1)));
    const own = leaves.filter((block) => block.kind === "table");
    own.forEach((table, index) => {
      const inAppendix = own.length === 1 ? number : `${number}${index + 1}`;
      numbers.set(table, kind === "appendix" ? inAppendix : String((tables += 1)));
    });
  }
  return chapters.map((chapter) => ({...chapter, blocks: withNumbers(chapter.blocks, numbers)}));
}

function withNumbers(blocks: readonly Block[], numbers: ReadonlyMap<Block, string>): readonly Block[] {
  return blocks.map((block) => {
    if (block.kind === "when" || block.kind === "aside") return {...block, blocks: withNumbers(block.blocks, numbers)};
    if (block.kind !== "figure" && block.kind !== "table") return block;
    return {...block, number: numbers.get(block) ?? ""};
  });
}
