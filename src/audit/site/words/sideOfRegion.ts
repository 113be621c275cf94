import {stated, type CellAddress, type Coordinates} from "../../../publication/index.ts";
import {eventBounds} from "../../tells/eventBounds.ts";
import type {PublicCell} from "../editionInDist.ts";

/** Events and the people among whom they were counted. */
interface Events {
  readonly count: number;
  readonly of: number;
}

/**
 * On which side of the rest of its region the rate of an area lies, as far as the 95% interval of their difference lets it be
 * said. From the released counts and figures, and written apart from the code that chooses the words. Undefined of other
 * pairs, and so near to the edge that rounding decides.
 */
export function sideOfRegion(area: PublicCell, region: PublicCell): -1 | 0 | 1 | undefined {
  const [own, all] = [eventsOf(area), eventsOf(region)];
  if (own === undefined || all === undefined || !isWithin(area, region) || isUncertain(area)) return undefined;
  const rest = {count: Math.max(0, all.count - own.count), of: all.of - own.of};
  if (rest.of <= 0) return 0;
  const [[low, high], [restLow, restHigh]] = [boundsOf(own), boundsOf(rest)];
  const [p, q] = [own.count / own.of, rest.count / rest.of];
  const lower = p - q - Math.hypot(p - low, restHigh - q);
  const upper = p - q + Math.hypot(high - p, q - restLow);
  if (Math.min(Math.abs(lower), Math.abs(upper)) * Math.min(own.of, rest.of) < 1e-3) return undefined;
  if (lower > 0) return 1;
  return upper < 0 ? -1 : 0;
}

function eventsOf({cell}: PublicCell): Events | undefined {
  if (cell.status !== "published" || cell.count === undefined || cell.of === undefined) return undefined;
  return {count: cell.count, of: cell.of};
}

function boundsOf({count, of}: Events): readonly [number, number] {
  const [low, high] = eventBounds(count);
  return [low / of, high / of];
}

/** Counts that are rounded, or people who are estimated, leave the rest of a region unknown. */
function isUncertain({release, asked: {address}}: PublicCell): boolean {
  if ((release.disclosure.policy.within ?? 0) > 0 || address.measure !== "rate") return true;
  const {reference, column} = address.per;
  const columns = release.vocabulary.references.find(({name}) => name === reference)?.columns ?? [];
  return columns.some((one) => one.name === column && one.isEstimate === true);
}

/** Whether two rates are the same but for an area of the one, and the whole of the areas of the other. */
function isWithin(area: PublicCell, region: PublicCell): boolean {
  const [one, other] = [area.asked.address, region.asked.address];
  if (one.measure !== "rate" || other.measure !== "rate" || one.whole !== undefined || other.whole === undefined)
    return false;
  if (area.release.edition.id !== region.release.edition.id || area.asked.address.population !== other.population)
    return false;
  const {variable, rows, without} = other.whole;
  const place = one.at[variable] ?? stated;
  if (place === stated || without.includes(place) || unlike(one.at, other.at).join(" ") !== variable) return false;
  const key = unlike(one.per.at, other.per.at);
  return (
    key.length === 1 && (rows === undefined || rows.names.includes(one.per.at[rows.key] ?? "")) && sameUnit(one, other)
  );
}

type Rate = Extract<CellAddress, {measure: "rate"}>;

function sameUnit(one: Rate, other: Rate): boolean {
  const unit = ({every, ofMonths, per: {reference, column}}: Rate) =>
    JSON.stringify([every, ofMonths, reference, column]);
  return unit(one) === unit(other);
}

/** The names by which two places differ. */
function unlike(one: Coordinates, other: Coordinates): readonly string[] {
  return [...new Set([...Object.keys(one), ...Object.keys(other)])].filter((name) => one[name] !== other[name]);
}
