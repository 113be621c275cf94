import type {PublicCell} from "../editionInDist.ts";
import type {ShownFigure} from "../scope.ts";
import {drawnRows, rowKey} from "./drawnRows.ts";

/** In percent; no number where it may not be told. */
interface StepInPercent {
  readonly numbers: readonly number[];
  readonly isPercent: true;
}

/**
 * Which share of a count the one is that its figure asks right after it, in percent. Nothing unless everybody counted there is
 * counted before: the second is asked with all that the first is asked with, and with more.
 */
export function shareOfStep(rows: readonly PublicCell[], figure: ShownFigure): StepInPercent | undefined {
  const [before, own, third] = rows;
  if (own === undefined || before === undefined || third !== undefined) return undefined;
  const order = drawnRows(figure).map(rowKey);
  const isNext = order.indexOf(rowKey(before)) === order.indexOf(rowKey(own)) - 1;
  if (!isNext || !isPartOf(own, before)) return undefined;
  const [count, of] = [numberOf(own), numberOf(before)];
  const {shareNeeds = 1} = own.release.disclosure.policy;
  const isTold = count !== undefined && of !== undefined && of >= shareNeeds;
  return {numbers: isTold ? [(100 * count) / of] : [], isPercent: true};
}

function isPartOf(
  {asked: {address: own}, release}: PublicCell,
  {asked: {address: whole}, ...other}: PublicCell,
): boolean {
  const areCounts = own.measure === "count" && whole.measure === "count" && own.population === whole.population;
  const conditions = Object.entries(whole.at);
  return (
    areCounts &&
    release.edition.id === other.release.edition.id &&
    Object.keys(own.at).length > conditions.length &&
    conditions.every(([variable, category]) => own.at[variable] === category)
  );
}

function numberOf({cell}: PublicCell): number | undefined {
  return cell.status === "published" ? cell.value : undefined;
}
