import type {FigureBlock} from "../../publication/index.ts";
import type {EditionSources} from "../edition/readEdition.ts";
import {noticesOf} from "./noticesOf.ts";

/**
 * What a drawing must say of itself where it is seen without its report: where its numbers are from, and whatever the
 * report says of all of them ("Synthetic data").
 */
export function creditsOf({source}: FigureBlock, {publication, releases}: EditionSources): readonly string[] {
  const {title, publisher} = publication.report;
  const sources = [...(source === undefined ? [] : [source]), `${title}, ${publisher}`];
  const notices = noticesOf(releases).map(({heading, words}) => `${heading}: ${words}`);
  return [`Source: ${sources.join("; ")}.`, ...notices];
}
