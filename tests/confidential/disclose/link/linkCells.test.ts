import {expect, test} from "vitest";
import type {CellAddress, Category, Population, Variable} from "../../../../src/publication/index.ts";
import {relationsBetween} from "../../../../src/confidential/dictionary/relationsBetween.ts";
import {linkCells} from "../../../../src/confidential/disclose/link/linkCells.ts";

const category = (name: string, more: Partial<Category> = {}): Category => ({
  name,
  code: "",
  label: name,
  text: name,
  role: name === "not-stated" ? "not-stated" : "value",
  ...more,
});

const variable = (name: string, categories: readonly Category[], kind: Variable["kind"] = "category"): Variable => ({
  name,
  label: name,
  kind,
  categories,
});

const clients: Population = {name: "people", label: "", heading: "", unit: "clients", extract: "e", variables: []};

/** The sums that tie some counts, as `total = part + part`, without the words that all keys share. */
function sumsOf(population: Population, places: readonly Record<string, string>[]): readonly string[] {
  const asked: CellAddress[] = places.map((at) => ({measure: "count", population: population.name, at}));
  const {sums} = linkCells(asked, {populations: [population], relations: relationsBetween([population])});
  return sums.map(({total, parts}) => `${total} = ${parts.join(" + ")}`.replaceAll("count people", "").trim());
}

test("people whose age is stated are the people of all age groups", () => {
  const group = (name: string) => category(name, {within: {age: name === "not-stated" ? name : "stated"}});
  const variables = [
    variable("age", [], "number"),
    variable("band", [group("young"), group("old"), group("not-stated")]),
  ];
  const sums = sumsOf({...clients, variables}, [{age: "stated"}, {band: "young"}]);
  expect(sums).toContain("[age=stated] =  [band=young] +  [band=old]");
});

test("two groupings of one code list add up to each other through what can be", () => {
  const variables = [
    variable("drug", [category("heroin"), category("cannabis")]),
    variable("problem", [category("yes"), category("no")]),
  ];
  const possible = [
    ["heroin", "yes"],
    ["cannabis", "yes"],
    ["cannabis", "no"],
  ];
  const population = {...clients, variables, combinations: [{variables: ["drug", "problem"], possible}]};
  const sums = sumsOf(population, [{drug: "heroin"}, {problem: "yes"}]);
  expect(sums).toContain("[drug=heroin] =  [drug=heroin,problem=yes]");
  expect(sums).toContain("[problem=no] =  [drug=cannabis,problem=no]");
});

test("everybody who requires something requires at least one thing, and no one else requires any", () => {
  const variables = [
    variable("needs", [category("housing"), category("debt")], "multi"),
    variable("any", [category("yes", {anyOf: "needs"}), category("no")]),
  ];
  const sums = sumsOf({...clients, variables}, [{needs: "housing"}, {any: "yes"}]);
  expect(sums).toContain("[needs=housing] =  [any=yes,needs=housing]");
  expect(sums).toContain("[any=yes] counted by answers =  [needs=housing] +  [needs=debt]");
});

test("where some areas do not say their region, what is left of the region is a count of its own", () => {
  const variables = [
    variable("area", [category("kent", {within: {region: "south"}}), category("abroad")]),
    variable("region", [category("south"), category("north")]),
  ];
  const sums = sumsOf({...clients, variables}, [{area: "kent"}, {region: "south"}]);
  expect(sums).toContain("[region=south] =  [area=kent] +  [region=south] beyond area");
});

test("forms are told apart by what became of them only where something tells of it", () => {
  const fates = variable("fate", [
    category("counted", {within: {usable: "yes"}}),
    category("quarantined", {within: {usable: "no"}}),
  ]);
  const usable = variable("usable", [category("yes"), category("no")]);
  const sex = variable("sex", [category("men"), category("women")]);
  const forms: Population = {...clients, name: "forms", unit: "forms", variables: [fates, usable, sex]};
  const cellsOf = (populations: readonly Population[], at: Record<string, string>) => {
    const asked: CellAddress[] = [{measure: "count", population: "forms", at}];
    const {cells} = linkCells(asked, {populations, relations: relationsBetween(populations)});
    return [...cells.keys()].filter((key) => key.startsWith("count forms")).toSorted();
  };
  const men = {sex: "men", usable: "yes"};
  expect(cellsOf([forms], men)).toEqual([
    "count forms [sex=men,usable=yes]",
    "count forms [sex=women,usable=yes]",
    "count forms [usable=yes]",
  ]);
  expect(cellsOf([{...clients, variables: [sex]}, forms], men)).toContain(
    "count forms [fate=counted,sex=men,usable=yes]",
  );
  expect(cellsOf([forms], {sex: "men", fate: "counted"})).toContain("count forms [fate=quarantined,sex=men]");
});
