import {measureOf} from "../../measures/index.ts";
import type {FigureBlock, TableBlock} from "../../publication/index.ts";
import type {EditionSources} from "../edition/readEdition.ts";
import {releaseFor} from "../../release/index.ts";
import {referencesIn} from "../tidy/referencesIn.ts";

/** Where the numbers of a figure or table are from. */
export interface FigureSources {
  /** What its block names, and the references that it rests on, each once; of made-up ones that they are. */
  readonly published: readonly string[];
  /** Whether some of its numbers are counted from records: those of references alone are not. */
  readonly isCounted: boolean;
  /** Whether some of the references are made up. */
  readonly isOfMadeUp: boolean;
}

export function figureSources({show, source}: FigureBlock | TableBlock, {releases}: EditionSources): FigureSources {
  const release = releaseFor("this", releases);
  const references = show.flatMap((query) => referencesIn(query, release));
  const named = references.map((one) => (one.synthetic === true ? `${one.source} (synthetic figures)` : one.source));
  return {
    published: [...new Set([...(source === undefined ? [] : [source]), ...named])],
    isCounted: show.some((query) => measureOf(query).about !== "reference"),
    isOfMadeUp: references.some(({synthetic}) => synthetic),
  };
}
