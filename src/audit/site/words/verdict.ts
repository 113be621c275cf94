import {decimalsOf, stated, type Coordinates} from "../../../publication/index.ts";
import {tellsOf} from "../../tells/registry.ts";
import {exactValue, type PublicCell} from "../editionInDist.ts";
import {exclusiveCorrelation, ownSide, scoreRoots, type Ratio} from "./ownInterval.ts";
import {sideOfRegion} from "./sideOfRegion.ts";

/** What the released numbers let a text say of a first number against a second one. */
export interface Verdict {
  /** 1 that it is greater, -1 that it is smaller, 0 neither; several where the audit cannot tell which. */
  readonly sides: readonly (-1 | 0 | 1)[];
  /** Whether only answers not given part the two: where it is so, neither is all that may be said. */
  readonly isMadeByUnanswered: boolean;
}

/** Judges two published numbers of one measure from the release alone; undefined where one of them is not published. */
export function verdictOn(left: PublicCell, right: PublicCell): Verdict | undefined {
  const [one, other] = [exactValue(left), exactValue(right)];
  if (one === undefined || other === undefined) return undefined;
  const sign = Math.sign(one - other) as -1 | 0 | 1;
  const plain = (...sides: Verdict["sides"]): Verdict => ({sides, isMadeByUnanswered: false});
  switch (tellsOf(left.asked.address).apart) {
    case "by its interval":
      return groupsOrAnswers(left, right) === "unknown" ? plain(0, sign) : verdictOnShares(left, right);
    case "beyond its rounding":
      return plain(Math.abs(one - other) > roundingDoubt(left) + roundingDoubt(right) ? sign : 0);
    case "beyond a tenth":
      return plain(Math.abs(Math.round(10 * stepsOf(left.asked) * (one - other))) > 1 ? sign : 0);
    case "beyond a unit":
      return plain(Math.abs(Math.round(stepsOf(left.asked) * (one - other))) > 1 ? sign : 0);
    case "exactly":
      return plain(sign);
    case "perhaps": {
      const side = sideOfPlace(left, right);
      return side === undefined ? plain(0, sign) : plain(side);
    }
    case "at all":
      if ([left, right].some((one) => isEstimated(one) && !hasBounds(one))) return plain(0);
      return plain(hasBounds(left) || hasBounds(right) ? intervalSide(left, right, sign) : sign);
    case "where intervals part":
      return plain(hasBounds(left) && hasBounds(right) ? intervalSide(left, right, sign) : 0);
  }
}

/** How a place lies to its region, or the region to a place; undefined of other pairs. */
function sideOfPlace(left: PublicCell, right: PublicCell): -1 | 0 | 1 | undefined {
  const [side, mirrored] = [sideOfRegion(left, right), sideOfRegion(right, left)];
  if (side !== undefined || mirrored === undefined) return side;
  return ({"1": -1, "-1": 1, "0": 0} as const)[`${mirrored}`];
}

/** How far a released end of an interval may be from the exact one, in percent: it is rounded to one decimal. */
const roundingOfEnds = 0.051;

/**
 * On which sides of a target a published number may be said to lie, by its own 95% interval; several where the audit cannot
 * tell which. Undefined where one of the two is not published.
 */
export function sidesOfTarget(own: PublicCell, target: PublicCell): Verdict["sides"] | undefined {
  const [one, other] = [exactValue(own), exactValue(target)];
  if (one === undefined || other === undefined) return undefined;
  const sign = Math.sign(one - other) as -1 | 0 | 1;
  if (isEstimated(target) && !hasBounds(target)) return [0];
  switch (tellsOf(own.asked.address).apart) {
    case "by its interval":
      return roundingDoubt(own) > 0 ? [0, sign] : sidesOfShare(own, spanOf(target));
    case "perhaps":
      return hasBounds(own) && roundingDoubt(own) === 0 ? [intervalSide(own, target, sign)] : [0, sign];
    case "at all":
      return isEstimated(own) && !hasBounds(own) ? [0] : [intervalSide(own, target, sign)];
    case "where intervals part":
    case "beyond a tenth":
      return hasBounds(own) ? [intervalSide(own, target, sign)] : [0];
    case "beyond its rounding":
    case "exactly":
    case "beyond a unit":
      return [0];
  }
}

function sidesOfShare(own: PublicCell, target: ReturnType<typeof spanOf>): Verdict["sides"] {
  const ratio = ratioOf(own);
  if (ratio === undefined || ratio.of === 0) return [0];
  const {lower, upper} = scoreRoots(ratio);
  const [above, below] = [100 * lower - target.to, target.from - 100 * upper];
  if (Math.min(Math.abs(above), Math.abs(below)) < roundingOfEnds) return [0, above > below ? 1 : -1];
  if (above > 0) return [1];
  return below > 0 ? [-1] : [0];
}

/** How many steps make one of the number that a mean or quantile is of: ten where it has one decimal. */
function stepsOf({address, population}: PublicCell["asked"]): number {
  return 10 ** decimalsOf(population, "variable" in address ? address.variable : undefined);
}

function hasBounds({cell}: PublicCell): boolean {
  return cell.status === "published" && cell.lower !== undefined && cell.upper !== undefined;
}

/** Whether the source of a figure gives bounds of others in its column: what has none may lie anywhere. */
function isEstimated({asked: {address}, release}: PublicCell): boolean {
  if (address.measure !== "value") return false;
  const columns = release.vocabulary.references.find(({name}) => name === address.population)?.columns ?? [];
  return columns.some(({name, isEstimate}) => name === address.column && isEstimate === true);
}

/** The side on which a first number lies of a second one, where no value is within the bounds of both. */
function intervalSide(left: PublicCell, right: PublicCell, sign: -1 | 0 | 1): -1 | 0 | 1 {
  const [one, other] = [spanOf(left), spanOf(right)];
  return Math.max(one.from, other.from) <= Math.min(one.to, other.to) ? 0 : sign;
}

/** A number without bounds is itself. */
function spanOf({cell}: PublicCell): {readonly from: number; readonly to: number} {
  if (cell.status !== "published") return {from: -Infinity, to: Infinity};
  return {from: cell.lower ?? cell.value, to: cell.upper ?? cell.value};
}

/** Two groups, or two answers of one group to one question, by what they are called. */
export function groupsOrAnswers(left: PublicCell, right: PublicCell): "groups" | "answers" | "unknown" {
  const [one, other] = [left.asked.address, right.asked.address];
  if (left.release.edition.id !== right.release.edition.id || one.population !== other.population) return "groups";
  if (one.measure !== "share" || other.measure !== "share") return "unknown";
  const takesOneAnswer = (name: string): boolean =>
    left.asked.population?.variables.find((variable) => variable.name === name)?.kind === "category";
  const differing = (a: Coordinates, b: Coordinates): readonly string[] =>
    [...new Set([...Object.keys(a), ...Object.keys(b)])].filter((name) => a[name] !== b[name]);
  const parts = (a: Coordinates, b: Coordinates): boolean =>
    differing(a, b).some((name) => ![a[name], b[name]].some(isOpen) && takesOneAnswer(name));
  if (parts(one.base, other.base)) return "groups";
  return differing(one.base, other.base).length === 0 && parts(one.at, other.at) ? "answers" : "unknown";
}

function isOpen(answer: string | undefined): boolean {
  return answer === undefined || answer === stated;
}

function verdictOnShares(left: PublicCell, right: PublicCell): Verdict {
  const [one, other] = [ratioOf(left), ratioOf(right)];
  const rounds = roundingDoubt(left) + roundingDoubt(right) > 0;
  const sideOf = (a: Ratio, b: Ratio) =>
    ownSide(a, b, groupsOrAnswers(left, right) === "answers" ? exclusiveCorrelation(a, b) : 0);
  const among = one && other && !rounds ? sideOf(one, other) : undefined;
  if (one === undefined || other === undefined || among === undefined)
    return {sides: [-1, 0, 1], isMadeByUnanswered: false};
  const [first, second] = [answered(left, one), answered(right, other)];
  if (among === 0 || first === undefined || second === undefined) return {sides: [among], isMadeByUnanswered: false};
  const amongAnswered = sideOf(first, second);
  if (amongAnswered === undefined) return {sides: [among, 0], isMadeByUnanswered: false};
  return amongAnswered === among ? {sides: [among], isMadeByUnanswered: false} : {sides: [0], isMadeByUnanswered: true};
}

/** A published share in whole numbers. */
export function ratioOf({cell}: PublicCell): Ratio | undefined {
  if (cell.status !== "published" || cell.count === undefined || cell.of === undefined) return undefined;
  return {count: cell.count, of: cell.of};
}

/** The same share without those who gave no answer to its one question, where it is released how many they are. */
function answered({query, asked, missing}: PublicCell, {count, of}: Ratio): Ratio | undefined {
  const questions = [...Object.keys(query.at), ...query.by];
  const isOfUnanswered = Object.values(asked.address.at).includes("not-stated");
  if (questions.length !== 1 || isOfUnanswered || query.amongStated) return undefined;
  if (missing?.status !== "published" || of - missing.value < Math.max(count, 1)) return undefined;
  return {count, of: of - missing.value};
}

/** How far rounding may have moved the counts of a cell. */
export function roundingDoubt({release, asked: {address}}: PublicCell): number {
  const {within = 0} = release.disclosure.policy;
  if (address.measure === "rate") return within * (1 + (address.whole?.without.length ?? 0));
  return address.measure === "rolling-count" ? within * address.periods.length : within;
}
