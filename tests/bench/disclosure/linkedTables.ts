import {cellKey, type CellAddress, type Population} from "../../../src/publication/index.ts";
import {countModelOf} from "../../../src/confidential/disclose/link/countModelOf.ts";
import {linkCells} from "../../../src/confidential/disclose/link/linkCells.ts";
import {addressesOf} from "../../../src/confidential/disclose/link/links.ts";
import type {CountModel} from "../../../src/confidential/disclose/search/countModel.ts";
import {randomTable} from "./randomTable.ts";

const names = ["a", "b", "c"] as const;

/**
 * Three tables by two of three variables each, with all their totals, counted from one set of people: they share their
 * totals, and no table shows the three variables together.
 */
export function linkedTables(shape: readonly number[], seed: string): {name: string; model: CountModel} {
  const {cells} = randomTable(shape, seed);
  const population = populationOf(shape);
  const asked = cells.flatMap(({categories}): CellAddress[] => {
    const at = categories.flatMap((category, place) =>
      category === "Total" ? [] : [[names[place] ?? "", category] as const],
    );
    return at.length === names.length
      ? []
      : [{measure: "count", population: population.name, at: Object.fromEntries(at)}];
  });
  const links = linkCells(asked, {populations: [population], relations: []});
  const counted = new Map(
    cells.map(({categories, count}) => [
      categories.map((category, place) => `${names[place]}=${category}`).join(),
      count,
    ]),
  );
  const countAt = (address: CellAddress): number => {
    const at: Readonly<Record<string, string>> = "at" in address ? address.at : {};
    return counted.get(names.map((name) => `${name}=${at[name] ?? "Total"}`).join()) ?? 0;
  };
  const counts = new Map(addressesOf(links).map((address) => [cellKey(address), countAt(address)]));
  return {name: `linked ${shape.join("x")}`, model: countModelOf(links, counts).model};
}

function populationOf(shape: readonly number[]): Population {
  const variables = shape.map((size, place) => {
    const name = names[place] ?? "";
    const categories = Array.from({length: size}, (_, at) => {
      const category = `${name}${at}`;
      return {name: category, code: category, label: category, text: category, role: "value" as const};
    });
    return {name, label: name, kind: "category" as const, categories};
  });
  return {name: "people", label: "people", heading: "People", unit: "clients", variables};
}
