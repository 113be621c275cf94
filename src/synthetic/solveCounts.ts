import {itemAt} from "./itemAt.ts";
import {pickWeighted, type Random} from "./random.ts";

/** A number of clients to be found: `aim` is what it should be near. */
export interface CountCell {
  readonly from: number;
  readonly to: number;
  readonly aim: number;
}

/** A sum of cells that must lie between two numbers, inclusive. `minus` cells count against it. */
export interface CountSum {
  readonly name: string;
  readonly cells: readonly number[];
  readonly minus?: readonly number[];
  readonly from: number;
  readonly to: number;
}

/** Counts that meet every sum, or the sums that could not be met. */
export type Solution =
  | {readonly solved: true; readonly counts: readonly number[]}
  | {readonly solved: false; readonly broken: readonly string[]; readonly proved: boolean};

/**
 * Finds whole counts near their aims that meet every sum: starts from the aims and moves one client at a time to
 * where it mends most and distorts least. Random among equals, so that it gets out of dead ends.
 */
export function solveCounts(cells: readonly CountCell[], sums: readonly CountSum[], random: Random): Solution {
  const unreachable = sums.filter((sum) => !canBeMet(cells, sum)).map(({name}) => name);
  if (unreachable.length > 0) return {solved: false, broken: unreachable, proved: true};
  const search = startSearch(cells, sums);
  const mostMoves = 20_000 + 200 * cells.length;
  for (let move = 0; move < mostMoves; move++) {
    const broken = search.links.filter(({total, sum}) => total < sum.from || total > sum.to);
    const chosen = broken[random.below(broken.length)];
    if (!chosen) return {solved: true, counts: search.counts};
    moveOne(search, chosen, random);
  }
  const left = search.links.filter(({total, sum}) => total < sum.from || total > sum.to);
  return {solved: false, broken: left.map(({sum}) => sum.name), proved: false};
}

interface Link {
  readonly sum: CountSum;
  total: number;
}

interface Search {
  readonly cells: readonly CountCell[];
  readonly counts: number[];
  readonly links: readonly Link[];
  /** The sums that each cell takes part in, with the sign it has there. */
  readonly linksOf: readonly (readonly {link: Link; sign: 1 | -1}[])[];
}

function startSearch(cells: readonly CountCell[], sums: readonly CountSum[]): Search {
  const counts = cells.map(({from, to, aim}) => Math.min(to, Math.max(from, Math.round(aim))));
  const linksOf: {link: Link; sign: 1 | -1}[][] = cells.map(() => []);
  const links = sums.map((sum) => {
    const link: Link = {sum, total: 0};
    for (const [members, sign] of [
      [sum.cells, 1],
      [sum.minus ?? [], -1],
    ] as const) {
      for (const cell of members) {
        linksOf[cell]?.push({link, sign});
        link.total += sign * (counts[cell] ?? 0);
      }
    }
    return link;
  });
  return {cells, counts, links, linksOf};
}

function moveOne(search: Search, {sum, total}: Link, random: Random): void {
  const direction = total < sum.from ? 1 : -1;
  const moves = [
    ...sum.cells.map((cell) => ({cell, step: direction})),
    ...(sum.minus ?? []).map((cell) => ({cell, step: -direction})),
  ].filter(({cell, step}) => isAllowed(search, cell, step));
  const costs = moves.map(({cell, step}) => costOf(search, cell, step));
  const least = costs.reduce((smallest, cost) => Math.min(smallest, cost), Infinity);
  const weights = moves.map(({cell, step}, index) => {
    if (itemAt(costs, index) > least) return 0;
    const {aim} = itemAt(search.cells, cell);
    const distance = (itemAt(search.counts, cell) + step - aim) * step;
    return 1 / (1 + Math.max(0, distance) ** 2 / (aim + 0.1));
  });
  const move = moves[pickWeighted(random, weights)];
  if (!move) return;
  search.counts[move.cell] = itemAt(search.counts, move.cell) + move.step;
  for (const {link, sign} of search.linksOf[move.cell] ?? []) link.total += sign * move.step;
}

function isAllowed({cells, counts}: Search, cell: number, step: number): boolean {
  const {from, to} = itemAt(cells, cell);
  const moved = itemAt(counts, cell) + step;
  return moved >= from && moved <= to;
}

/** By how many clients all sums together are further from their bounds after the step. */
function costOf({linksOf}: Search, cell: number, step: number): number {
  return (linksOf[cell] ?? []).reduce((cost, {link: {sum, total}, sign}) => {
    return cost + distance(total + sign * step, sum) - distance(total, sum);
  }, 0);
}

function distance(total: number, {from, to}: CountSum): number {
  return Math.max(0, from - total, total - to);
}

function canBeMet(cells: readonly CountCell[], {cells: plus, minus = [], from, to}: CountSum): boolean {
  const lowest = (members: readonly number[]) => members.reduce((sum, cell) => sum + (cells[cell]?.from ?? 0), 0);
  const highest = (members: readonly number[]) => members.reduce((sum, cell) => sum + (cells[cell]?.to ?? 0), 0);
  return from <= to && highest(plus) - lowest(minus) >= from && lowest(plus) - highest(minus) <= to;
}
