import type {FigureBlock} from "../../publication/index.ts";
import type {EditionSources} from "../edition/readEdition.ts";
import {noticesOf} from "./noticesOf.ts";
import {figureSources} from "./figureSources.ts";

const madeUp =
  "Synthetic data: figures in this drawing were made up, as its source says. They describe nobody and must not be quoted as facts.";

/**
 * What a drawing must say of itself where it is seen without its report: where its numbers are from, and whatever the
 * report says of all that is counted ("Synthetic data"), which is not true of references unless they say so themselves.
 */
export function creditsOf(block: FigureBlock, sources: EditionSources): readonly string[] {
  const {title, publisher} = sources.publication.report;
  const {published, isCounted, isOfMadeUp} = figureSources(block, sources);
  if (!isCounted) {
    return [`Source: ${published.join("; ")}. Drawn for ${title}, ${publisher}.`, ...(isOfMadeUp ? [madeUp] : [])];
  }
  const notices = noticesOf(sources.releases).map(({heading, words}) => `${heading}: ${words}`);
  return [`Source: ${[...published, `${title}, ${publisher}`].join("; ")}.`, ...notices];
}
