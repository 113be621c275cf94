/** A measure as somebody might add it by docs/extending.md: how many tens of records there are, rounded down. */
export const toyMeasure = `import {z} from "zod";
import {placeKey} from "./coordinates.ts";
import type {Nothing} from "./grammar.ts";
import {coordinates, name} from "./layout.ts";
import {defineMeasure} from "./measure.ts";

export const tens = defineMeasure({
  name: "tens",
  about: "population",
  grammar: {words: ["tens"], read: (): Nothing => ({}), isPer: false, hasTotals: false, filters: ["otherwise"]},
  address: z.strictObject({measure: z.literal("tens"), population: name, at: coordinates}),
  key: ({population, at}) => "tens " + population + " [" + placeKey(at) + "]",
  addressAt: ({population, at}) => ({measure: "tens" as const, population, at}),
  named: () => "tens",
  besidePlaces: () => [],
  numberOf: () => undefined,
  base: "all",
  needsPart: false,
  restsOn: ({population, at}) => [{measure: "count", population, at}],
  isOfTooFew: () => false,
  ruleInWords: undefined,
  wants: ({at}) => [{kind: "count", at}],
  gather: ({at}, given) => ({count: given.count(at)}),
  rounded: (counted, {address: {at}, count}) => ({...counted, count: count(at)}),
  publish: ({count}) => ({status: "published", value: Math.floor(count / 10)}),
  standIn: () => ({status: "published", value: 10}),
  column: {heading: () => "Tens", beside: []},
  print: {as: "number", decimals: 0, isFixed: true},
  unit: "of the population",
  comparison: "units",
});
`;

/** What a reader learns from it. */
export const toyTells = `import {partsAt} from "../population/terms.ts";
import {numberKey} from "./printedNumbers.ts";
import {neverOfFew} from "./printedBeside.ts";
import type {Tells} from "./tells.ts";

export const tens: Tells<"tens"> = {
  says: ({address: {at}, cell}) =>
    cell.status === "published" ? [{says: "range", at, from: 10 * cell.value, to: 10 * cell.value + 9}] : [],
  saysRounded: () => [],
  saysOfPeople: ({address, cell, population}) => {
    const parts = partsAt(population, address.at);
    if (parts === undefined || cell.status !== "published") return [];
    return [{says: "implied", parts, range: [10 * cell.value, 10 * cell.value + 9]}];
  },
  isSum: false,
  cuts: () => undefined,
  countsIn: () => [],
  faultsOf: ({cell: {value}}) => (Number.isSafeInteger(value) ? [] : ["is no number of tens"]),
  faultsOfFew: neverOfFew,
  isFounded: ({cell}) => cell.status !== "unreliable",
  numbersOf: ({cell: {value}}) => [numberKey(value)],
  numbersInTable: ({cell: {value}}) => [numberKey(value)],
  hasNumberColumn: false,
  base: "of the population",
  namesOf: () => ["tens"],
  nameInFiles: () => "tens",
  apart: "beyond a unit",
};
`;

/** The one line of a registry. */
export function registered(registry: string): string {
  return registry
    .replace('import {count} from "./count.ts";', '$&\nimport {tens} from "./tens.ts";')
    .replace(/= \{\s*count,/, "= {tens, count,");
}

/** Asks the toy of a population, and has the audit judge what a release prints of it. */
export const toyScript = `import {attack, modelOf, ownFaults} from "./src/audit/index.ts";
import {measureOf} from "./src/measures/index.ts";
import {cellKey, expandQuery, parseQuery} from "./src/publication/index.ts";
import {formatCell} from "./src/site/words/formatCell.ts";
import {tinyRelease} from "./tests/audit/tinyRelease.ts";

const variables = {sex: ["women", "men"]};
const {vocabulary} = tinyRelease({variables, counts: {}});
const [asked] = expandQuery(parseQuery("tens people sex=women"), vocabulary);
const {address} = asked;
const measure = measureOf(address);
const counted = measure.gather(address, {count: () => 17, numbers: () => new Map(), figure: () => undefined});
const cell = measure.publish(counted, {});
const release = tinyRelease({variables, counts: {"": "c", "sex=women": "c", "sex=men": 3}, cells: [{address, cell}]});
const wrong = tinyRelease({variables, counts: {}, cells: [{address, cell: {status: "published", value: 1.5}}]});
const found = await attack(modelOf([release]), {exactRanges: true});
const women = found.withheld.find(({cell: at}) => modelOf([release]).cells[at].key === "count people [sex=women]");
console.log(JSON.stringify({
  key: cellKey(address),
  restsOn: measure.restsOn(address).map(cellKey),
  text: formatCell(cell, {measure: "tens", decimals: 0, mark: "[c]"}).text,
  women: [women.least, women.most],
  faults: ownFaults(wrong).filter((fault) => fault.includes("tens")),
}));
found.dispose();
`;
