import {directivesIn, type FigureBlock, type Inline, type TableBlock} from "../../publication/index.ts";
import {lacksFinding} from "./otherwise.ts";
import type {Reading} from "./Reading.ts";
import {withWords} from "./settleLine.ts";

/**
 * The title of a figure or table. Where its finding is not published, its `otherwise` stands in its place, or else what
 * is measured: half a finding is none.
 */
export function figureTitle(block: FigureBlock | TableBlock, reading: Reading): Inline {
  const hasOtherwise = directivesIn(block.title).some(({kind}) => kind === "otherwise");
  if (hasOtherwise || !lacksFinding(block, reading)) return block.title;
  return block.title.map((token) => withWords(token, block.measure));
}
