import {measureOf} from "../../measures/index.ts";
import {perOf, type FigureBlock, type TableBlock} from "../../publication/index.ts";
import type {EditionSources} from "../edition/readEdition.ts";
import {releaseFor} from "../../release/index.ts";

/** Where the numbers of a figure or table are from. */
export interface FigureSources {
  /** What its block names, and the published references that it asks or divides by, each once. */
  readonly published: readonly string[];
  /** Whether some of its numbers are counted from records: those of references alone are not. */
  readonly isCounted: boolean;
}

export function figureSources({show, source}: FigureBlock | TableBlock, {releases}: EditionSources): FigureSources {
  const {references} = releaseFor("this", releases).vocabulary;
  const isOfReference = show.map((query) => measureOf(query).about === "reference");
  const asked = show.flatMap((query, at) => {
    const per = perOf(query)?.reference;
    return [...(isOfReference[at] === true ? query.populations : []), ...(per === undefined ? [] : [per])];
  });
  const named = asked.flatMap((name) => references.find((reference) => reference.name === name)?.source ?? []);
  const published = [...new Set([...(source === undefined ? [] : [source]), ...named])];
  return {published, isCounted: isOfReference.includes(false)};
}
