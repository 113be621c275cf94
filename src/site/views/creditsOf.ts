import type {FigureBlock} from "../../publication/index.ts";
import type {EditionSources} from "../edition/readEdition.ts";
import {noticesOf} from "./noticesOf.ts";
import {figureSources} from "./figureSources.ts";

/**
 * What a drawing must say of itself where it is seen without its report: where its numbers are from, and whatever the
 * report says of all that is counted ("Synthetic data"), which is not true of published references.
 */
export function creditsOf(block: FigureBlock, sources: EditionSources): readonly string[] {
  const {title, publisher} = sources.publication.report;
  const {published, isCounted} = figureSources(block, sources);
  if (!isCounted) return [`Source: ${published.join("; ")}. Drawn for ${title}, ${publisher}.`];
  const notices = noticesOf(sources.releases).map(({heading, words}) => `${heading}: ${words}`);
  return [`Source: ${[...published, `${title}, ${publisher}`].join("; ")}.`, ...notices];
}
