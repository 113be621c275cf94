import {cellKey, type Publication, type SourcePosition} from "../../publication/index.ts";
import type {Release} from "../../release/index.ts";
import {askingBlocks} from "./askingBlocks.ts";

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

/** What every block costs that asks something of its own edition, the dearest first. All of it stands in the release. */
export function blockCosts({chapters}: Publication, release: Release): readonly BlockCost[] {
  const withheld = new Set(
    release.cells.filter(({cell}) => cell.status === "suppressed").map(({address}) => cellKey(address)),
  );
  const blocks = chapters.flatMap((chapter) => askingBlocks(chapter, release));
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
