import type {Answers} from "./client.ts";
import {fitProportions} from "./fitProportions.ts";
import {itemAt} from "./itemAt.ts";
import {impossible, type MarginsPlace} from "./marginsFile.ts";
import {shuffle, type Random} from "./random.ts";
import type {CountBounds} from "./shareBounds.ts";
import {solveCounts, type CountCell, type CountSum} from "./solveCounts.ts";

/** How the categories of one column are to be dealt to clients. */
export interface Deal {
  /** The margin, for messages. */
  readonly name: string;
  readonly place: MarginsPlace;
  readonly members: readonly Answers[];
  readonly categories: ReadonlyMap<string, Required<CountBounds>>;
  /** Clients who are alike in everything that the dealing looks at. */
  readonly stratumOf: (client: Answers) => string;
  /** How much more often a client falls into a category than others do; 0 rules it out. */
  readonly odds: (client: Answers, category: string) => number;
  readonly limits: readonly DealLimit[];
  readonly equal: readonly (readonly [string, string])[];
}

/** Bounds on one category among some of the clients. */
export interface DealLimit {
  readonly name: string;
  readonly place: MarginsPlace;
  readonly category: string;
  readonly from: number;
  readonly to: number;
  readonly applies: (client: Answers) => boolean;
}

/**
 * Gives every member a category, so that totals and limits hold exactly and odds hold roughly: proportional fitting
 * of strata by categories, made whole, then dealt out at random within each stratum.
 * Throws DictionaryError naming the margins that cannot hold together.
 */
export function dealCategories(deal: Deal, random: Random): readonly string[] {
  checkTotals(deal);
  const strata = gatherStrata(deal);
  const keys = [...deal.categories.keys()];
  const wished = fitProportions(
    strata.map(({example, members}) => keys.map((key) => members.length * aimOf(deal, key) * deal.odds(example, key))),
    {
      rows: strata.map(({members}) => members.length),
      columns: keys.map((key) => aimOf(deal, key)),
      limits: deal.limits.map(({category, from, to, applies}) => ({
        cells: strata.flatMap(({example}, row) => (applies(example) ? [[row, keys.indexOf(category)] as const] : [])),
        from,
        to,
      })),
    },
  );
  const cells = strata.flatMap(({example, members}, row): CountCell[] => {
    const allowed = keys.filter((key) => deal.odds(example, key) > 0);
    return keys.map((key, column) => {
      const to = allowed.includes(key) ? members.length : 0;
      return {from: allowed.length === 1 ? to : 0, to, aim: wished[row]?.[column] ?? 0};
    });
  });
  const solution = solveCounts(cells, sumsOf(deal, strata, keys), random.fork("counts"));
  if (!solution.solved) throw contradiction(deal, solution.broken);
  return dealOut(
    strata,
    (row) => keys.flatMap((key, column) => repeat(key, solution.counts[row * keys.length + column] ?? 0)),
    random,
  );
}

interface Stratum {
  readonly example: Answers;
  readonly members: readonly number[];
}

function gatherStrata({members, stratumOf}: Deal): readonly Stratum[] {
  const strata = new Map<string, {example: Answers; members: number[]}>();
  for (const [index, client] of members.entries()) {
    const key = stratumOf(client);
    const stratum = strata.get(key) ?? {example: client, members: []};
    stratum.members.push(index);
    strata.set(key, stratum);
  }
  return [...strata.values()];
}

function aimOf({categories}: Deal, key: string): number {
  return categories.get(key)?.aim ?? 0;
}

function sumsOf(deal: Deal, strata: readonly Stratum[], keys: readonly string[]): readonly CountSum[] {
  const cellsOf = (key: string, applies: DealLimit["applies"] = () => true) =>
    strata.flatMap(({example}, row) => (applies(example) ? [row * keys.length + keys.indexOf(key)] : []));
  return [
    ...deal.limits.map((limit) => ({...limit, cells: cellsOf(limit.category, limit.applies)})),
    ...keys.map((key) => {
      const {from, to} = deal.categories.get(key) ?? {from: 0, to: 0};
      return {name: `${key} (${from} to ${to} clients)`, cells: cellsOf(key), from, to};
    }),
    ...deal.equal.map(([one, other]) => ({
      name: `as many ${one} as ${other}`,
      cells: cellsOf(one),
      minus: cellsOf(other),
      from: 0,
      to: 0,
    })),
    ...strata.map(({members}, row) => ({
      name: "",
      cells: keys.map((_, column) => row * keys.length + column),
      from: members.length,
      to: members.length,
    })),
  ];
}

function checkTotals({name, place, members, categories}: Deal): void {
  const bounds = [...categories.values()];
  const least = bounds.reduce((sum, {from}) => sum + from, 0);
  const most = bounds.reduce((sum, {to}) => sum + to, 0);
  const [first] = [...categories.keys()];
  const words = `${name}: the shares, from ${first ?? "none"} on, ask for`;
  if (least > members.length) throw impossible(place, `${words} at least ${least} of ${members.length} clients.`);
  if (most < members.length) throw impossible(place, `${words} no more than ${most} of ${members.length} clients.`);
}

function contradiction({name, place, limits}: Deal, broken: readonly string[]) {
  const named = [...new Set(broken.filter((sum) => sum !== ""))];
  const limit = limits.find((candidate) => named.includes(candidate.name));
  const what = named.length > 0 ? named.join("; ") : "its shares and rules";
  return impossible(limit?.place ?? place, `${name}: ${what} cannot be met together with the other margins.`);
}

function dealOut(
  strata: readonly Stratum[],
  keysOf: (row: number) => readonly string[],
  random: Random,
): readonly string[] {
  const dealt: string[] = [];
  for (const [row, {members}] of strata.entries()) {
    const order = shuffle(random, members);
    for (const [index, key] of keysOf(row).entries()) dealt[itemAt(order, index)] = key;
  }
  return dealt;
}

function repeat(key: string, times: number): readonly string[] {
  return Array.from({length: times}, () => key);
}
