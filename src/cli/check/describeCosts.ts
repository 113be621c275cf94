import type {BlockCost} from "./blockCosts.ts";

/** What blocks cost, a line each, and a line for those of which nothing is withheld. */
export function describeCosts(costs: readonly BlockCost[]): readonly string[] {
  const dear = costs.filter(({withheld}) => withheld > 0);
  const free = count(costs.length - dear.length);
  return [
    ...dear.map(describeCost),
    `Blocks of which nothing is withheld: ${free}. Nothing was released: this was a trial that nobody keeps.`,
  ];
}

function describeCost({name, position: {file, line}, cells, withheld, own}: BlockCost): string {
  const more = own === 0 ? "no more cells" : `${count(own)} more ${own === 1 ? "cell" : "cells"}`;
  const elsewhere = withheld - own;
  const other = elsewhere === 0 ? "" : `, ${count(elsewhere)} of them asked elsewhere too`;
  return `${file}, line ${line}: ${name} takes ${more} (${count(withheld)} of its ${count(cells)} withheld${other})`;
}

function count(value: number): string {
  return value.toLocaleString("en-GB");
}
