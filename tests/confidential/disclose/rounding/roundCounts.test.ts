import {expect, test} from "vitest";
import {cellKey, type CellAddress, type Policy} from "../../../../src/publication/index.ts";
import type {Cell} from "../../../../src/release/index.ts";
import {disclose} from "../../../../src/confidential/disclose/disclose.ts";
import {unroundedCounts} from "../../../../src/confidential/disclose/rounding/unroundedCounts.ts";
import type {CountedCell} from "../../../../src/confidential/tabulate/tabulation.ts";
import {inputOf} from "../inputOf.ts";

const policy: Policy = {
  threshold: 5,
  zeros: "shown",
  mark: "[c]",
  level: "width-2",
  meanNeeds: 10,
  method: "round",
  base: 5,
};
const women: CellAddress = {measure: "count", population: "prison", at: {sex: "female"}};
const men: CellAddress = {...women, at: {sex: "male"}};
const all: CellAddress = {...women, at: {}};
const share = ({at}: CellAddress, base: CellAddress["at"] = {}): CellAddress => ({
  measure: "share",
  population: "prison",
  at,
  base,
});
const meanAge: CellAddress = {measure: "mean", population: "prison", at: {}, variable: "age"};

async function released(cells: readonly CountedCell[]): Promise<(address: CellAddress) => Cell | undefined> {
  const sums = [{total: cellKey(all), parts: [women, men].map(cellKey)}];
  const known = new Set(cells.map(({address}) => cellKey(address)));
  const tied = sums.filter(({total, parts}) => [total, ...parts].every((key) => known.has(key)));
  const found = (await disclose(inputOf(cells, policy, tied))).cells;
  return (address) => found.find((entry) => cellKey(entry.address) === cellKey(address))?.cell as Cell | undefined;
}

const people = [
  {address: women, count: 3},
  {address: men, count: 13},
  {address: all, count: 16},
];

test("small counts are rounded and not withheld, and the table still adds up", async () => {
  const cell = await released(people);
  expect([women, men, all].map(cell)).toEqual([
    {status: "published", value: 0},
    {status: "published", value: 15},
    {status: "published", value: 15},
  ]);
});

test("a share and its interval are made of the rounded counts", async () => {
  const cell = await released([...people, {address: share(men), count: 13, of: 16}]);
  expect(cell(share(men))).toEqual({status: "published", value: 100, count: 15, of: 15, lower: 79.6, upper: 100});
});

test("a share of a group that is rounded to nobody is not applicable", async () => {
  const cell = await released([...people, {address: share(women, women.at), count: 3, of: 3}]);
  expect(cell(share(women, women.at))).toEqual({status: "not-applicable"});
});

test("a mean keeps its value and has the rounded number averaged where that is shown", async () => {
  const cell = await released([
    {address: all, count: 16},
    {address: {...all, at: {age: "stated"}}, count: 14},
    {address: meanAge, count: 14, sum: 420},
  ]);
  expect(cell(meanAge)).toEqual({status: "published", value: 30, of: 15});
});

test("a mean of too few is withheld by its true number, whatever the rounded one is", async () => {
  const cell = await released([
    {address: all, count: 9},
    {address: meanAge, count: 9, sum: 270},
  ]);
  expect([cell(all), cell(meanAge)]).toEqual([{status: "published", value: 10}, {status: "suppressed"}]);
});

test("a rate is made of the rounded count", async () => {
  const per = {reference: "prevalence", column: "estimate", at: {}};
  const rate: CellAddress = {measure: "rate", population: "prison", at: {}, per};
  const cell = await released([
    {address: all, count: 16},
    {address: rate, count: 16, per: {value: 1000, isOfPeople: true}, scale: {times: 1000, over: 1}, isOfPeople: true},
  ]);
  expect(cell(rate)).toMatchObject({status: "published", value: 15, count: 15, of: 1000});
});

test("the release is told how far counts were moved, and the analyst which were unsafe", async () => {
  expect((await disclose(inputOf(people, policy))).rounded).toEqual({within: 4, unsafe: [cellKey(women)]});
});

test("counts that no rounding keeps additive are named without their values, with what helps", () => {
  const keys = Array.from({length: 14}, (_, at) => `count people [a=${String.fromCharCode(97 + at)}]`);
  const {message} = unroundedCounts(keys, 5);
  expect(message).toContain("count people [a=a]");
  expect(message).toContain("and 2 more that are tied to them");
  expect(message).toContain("method: withhold");
});
