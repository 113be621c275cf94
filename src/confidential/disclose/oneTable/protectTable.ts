import type {Encoding} from "../../../intake/index.ts";
import type {ProtectionLevel} from "../../../publication/index.ts";
import {csvField} from "../../../release/index.ts";
import {greatEffort, usualEffort} from "../optimum/Effort.ts";
import {ruleOfGroups} from "../groups/ruleOfGroups.ts";
import {unsafeIn, type Situation} from "../advice/situation.ts";
import {crossTabulate, totalName, type CrossTable} from "../search/crossTabulate.ts";
import type {Freedom} from "../search/countModel.ts";
import {lackOf} from "../search/lackOf.ts";
import {isProvedLeast, protectCounts, type JudgedPattern} from "../search/protectCounts.ts";
import {protectionOf} from "../search/protectionOf.ts";
import {weighCell} from "../search/weighCell.ts";
import {unprotectedCounts} from "../unprotectedCounts.ts";
import {groupsInTable} from "./groupsInTable.ts";
import {outputColumns} from "./outputColumns.ts";
import {readCountLines, type CountFile} from "./readCountLines.ts";

/** A table of counts to protect, and how. */
export interface ProtectRequest extends CountFile {
  /** Counts from 1 up to, but not including, this are unsafe. */
  readonly threshold: number;
  readonly zeros: "shown" | "hidden";
  /** The breakdown of a group of fewer people is withheld whole; no such rule where nothing is said. */
  readonly groupNeeds?: number;
  /** How well unsafe counts are hidden; three possible values where nothing is said. */
  readonly level?: ProtectionLevel;
  /** Whether to look longer for a pattern of less cost, and for a proof that there is none. */
  readonly improve?: boolean;
}

/** The protected table and how much it shows. */
export interface ProtectedTable {
  /** CSV text: the columns of the categories, `n` (empty where withheld) and `status`. */
  readonly csv: string;
  /** Set where the file was read in an encoding that nothing but its being the usual one speaks for. */
  readonly assumed?: Encoding;
  readonly cells: number;
  readonly unsafe: number;
  /** Safe counts in the breakdown of small groups. */
  readonly ofSmallGroups: number;
  readonly secondary: number;
  /** Unsafe counts for which no choice was found that hides them as well as the level asks. */
  readonly belowLevel: number;
  /** The fewest values that stay possible for one of these; absent where all reach the level. */
  readonly fewestValues?: number;
  /** Whether no pattern that protects as well costs less. */
  readonly isLeast: boolean;
  /** By what part of the further cells' cost another pattern could be cheaper, at most. */
  readonly gap: number;
}

/**
 * Adds all totals to a table of counts and withholds what is unsafe, and what would give it back.
 *
 * Throws ExtractError for a table that cannot be read or brings its own totals, DisclosureError where a count can be worked
 * out whatever is withheld.
 */
export async function protectTable(request: ProtectRequest): Promise<ProtectedTable> {
  const {lines, by, assumed} = readCountLines(request);
  const table = ruleGroups(crossTabulate(lines, by.length), request);
  const situation = situationOf(table, {...request, by});
  const unsafe = unsafeIn(situation);
  const protection = protectionOf(situation.policy);
  const effort = request.improve === true ? greatEffort : usualEffort;
  const pattern = await protectCounts(table, unsafe, {...protection, effort});
  const {unprotected, freedoms} = pattern;
  if (unprotected.length > 0) throw await unprotectedCounts(situation, unprotected);
  const isLacking = ([cell, freedom]: readonly [number, Freedom]): boolean =>
    lackOf(freedom, protection.need(table.cells[cell]?.count ?? 0)) > 0;
  const given = new Set([...unsafe, ...chosenIn(table)]);
  const withheld = new Set([...given, ...pattern.withheld]);
  const below = [...freedoms].filter(isLacking).map(([, {up, down}]) => up + down + 1);
  return {
    csv: formatTable(table, withheld, by),
    ...(assumed && {assumed}),
    cells: table.cells.length,
    unsafe: unsafe.size,
    ofSmallGroups: given.size - unsafe.size,
    secondary: withheld.size - given.size,
    belowLevel: below.length,
    ...(below.length > 0 && {fewestValues: Math.min(...below)}),
    isLeast: isProvedLeast(pattern),
    gap: gapOf(table, pattern, new Set([...given].filter((cell) => pattern.withheld.has(cell)))),
  };
}

/** The table with the breakdowns of small groups, and what their being withheld tells of its counts. */
function ruleGroups(table: CrossTable, policy: ProtectRequest): CrossTable {
  const {breakdown, bounds} = ruleOfGroups(groupsInTable(table), policy);
  const cells = table.cells.map((cell) => {
    const known = bounds.get(cell.key);
    return {
      ...cell,
      ...(known && {bounds: known}),
      ...(breakdown.has(cell.key) && {chosen: true, isOfSmallGroup: true}),
    };
  });
  return {...table, cells};
}

function chosenIn({cells}: CrossTable): ReadonlySet<number> {
  return new Set(cells.keys().filter((cell) => cells[cell]?.chosen === true));
}

function formatTable({cells}: CrossTable, withheld: ReadonlySet<number>, by: readonly string[]): string {
  const lines = cells.map(({categories, count}, cell) =>
    [...categories.map(csvField), ...(withheld.has(cell) ? ["", "suppressed"] : [String(count), "published"])].join(
      ",",
    ),
  );
  return `${[...by.map(csvField), outputColumns.count, outputColumns.status].join(",")}\n${lines.join("\n")}\n`;
}

function situationOf(table: CrossTable, {by, threshold, zeros, level = "width-2"}: ProtectRequest): Situation {
  const categoriesOf = new Map(table.cells.map(({key, categories}) => [key, categories]));
  return {
    model: table,
    policy: {threshold, zeros, level, marks: "one"},
    isUnsafe: ({count}, under) => count >= (under.zeros === "hidden" ? 0 : 1) && count < under.threshold,
    placeOf: ({key}) => {
      const named = (categoriesOf.get(key) ?? []).map((category, at) => [by[at] ?? "", category] as const);
      return {table: "", at: Object.fromEntries(named.filter(([, category]) => category !== totalName))};
    },
    nameOf: ({key}) => (categoriesOf.get(key) ?? []).join(" × "),
  };
}

function gapOf({cells}: CrossTable, {cost, bound}: JudgedPattern, given: ReadonlySet<number>): number {
  const least = [...given].reduce((sum, cell) => sum + weighCell(cells[cell] ?? {count: 0, level: 0}), 0);
  return cost > least ? (cost - bound) / (cost - least) : 0;
}
