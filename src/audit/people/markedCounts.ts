import {cellKey} from "../../publication/index.ts";
import type {Release} from "../../release/index.ts";
import type {Definitions} from "../population/definition.ts";
import {isNobodyByNature} from "./byNature.ts";
import type {ListedGroup} from "./listed.ts";
import type {Quantity} from "../population/quantity.ts";
import {quantitySignature} from "./signature.ts";
import type {PeopleStatement} from "./peopleStatement.ts";

/** A count that must not be known, and in how many values populations must leave it open. */
export interface MarkedCount {
  readonly name: string;
  readonly quantity: Quantity;
  /** Values that it needs at the least. */
  readonly needs: number;
  /** Values that the policy's level aims at. */
  readonly aims: number;
  /** One value of so many or more is enough by itself. */
  readonly enough: number;
  /** Whether it is worth withholding further cells for the values that it aims at and does not need. */
  readonly isWorthCells: boolean;
}

/** What releases say, with what it counts in the base. */
export interface Marked {
  readonly releases: readonly Release[];
  readonly definitions: Definitions;
  readonly statements: readonly (PeopleStatement & {readonly value: number})[];
}

/**
 * The counts behind marks, and under rounding the unsafe ones behind multiples. Unsafe counts need as many values as the
 * level asks; so does every mark of an earlier edition that may be small, whose sign-off may be gone. Other marks need two
 * values, or one at or above the threshold, which is not enough where the whole of a small group is behind the mark. A mark
 * of nobody in the breakdown of a small group is to have two where that costs no further cell, because a printed zero
 * beside it may tell it. Where nobody can be by nature, nothing is to hide. After them come those of a small group who are not
 * behind a mark that hides all of it.
 */
export function markedCounts(marked: Marked, unsafe: ReadonlySet<string>): readonly MarkedCount[] {
  return [...countsBehindMarks(marked, unsafe), ...unlikeCounts(marked)];
}

function countsBehindMarks(
  {releases: [release], definitions, statements}: Marked,
  unsafe: ReadonlySet<string>,
): readonly MarkedCount[] {
  if (release === undefined) return [];
  const {level, threshold, zeros, method} = release.disclosure.policy;
  const aims = {exact: 2, "width-2": 3, full: threshold - (zeros === "hidden" ? 0 : 1)}[level];
  const printed = new Set(
    statements.filter(({says, lower, upper}) => says === "shown" && lower === upper).map(quantitySignature),
  );
  return statements.flatMap((statement): readonly MarkedCount[] => {
    const {key, says, value, address} = statement;
    // What another release printed is known: it cannot be unpublished, which the audit says.
    if (printed.has(quantitySignature(statement)) && says === "marked") return [];
    const isRounded = method === "round" && says === "shown" && address.measure === "count";
    if (says !== "marked" && !isRounded) return [];
    const source = definitions.sources[statement.source];
    if (value === 0 && source !== undefined && isNobodyByNature(statement, source)) return [];
    const isSmall = value < threshold && (value > 0 || zeros === "hidden");
    const isUnsafe = statement.release === 0 ? unsafe.has(key) : isSmall;
    const name = statement.release === 0 ? key : `${key} in an earlier edition`;
    const count = {name, quantity: statement};
    if (isUnsafe) return [{...count, needs: 2, aims, enough: Infinity, isWorthCells: true}];
    if (isRounded) return [];
    const isNobody = value === 0 && zeros === "shown";
    const enough = statement.wholeOf === undefined ? threshold : Infinity;
    return [{...count, needs: isNobody ? 1 : 2, aims: 2, enough, isWorthCells: !isNobody}];
  });
}

/**
 * Of every small group that a mark hides whole, those who are not behind the mark: nobody, which readers must not know,
 * because its people are else known to be alike, however many they are. Each group is listed once for each of its marks.
 */
function unlikeCounts({statements}: Pick<Marked, "statements">): readonly MarkedCount[] {
  const counts = statements.flatMap(({wholeOf = [], key, source, parts, release, value}) =>
    (value === 0 ? [] : wholeOf).map((group): MarkedCount => {
      const name = `${cellKey(group.address)} but not ${key}${release === 0 ? "" : " in an earlier edition"}`;
      const others = parts.map((part) => ({...part, sign: -(part.sign ?? 1)}));
      return {...isOpen, name, quantity: {source, parts: [...group.parts, ...others]}};
    }),
  );
  return [...new Map(counts.map((count) => [quantitySignature(count.quantity), count])).values()];
}

/** Two values, whatever the level, for which cells may be withheld. */
const isOpen = {needs: 2, aims: 2, enough: Infinity, isWorthCells: true} as const;

/** A group that the checker lists: two values, whatever the level, and cells may be withheld for it. */
export function listedCount(group: ListedGroup): MarkedCount {
  return {...isOpen, name: group.name, quantity: group};
}
