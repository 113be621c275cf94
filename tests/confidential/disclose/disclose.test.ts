import {expect, test} from "vitest";
import {cellKey, type CellAddress, type Policy} from "../../../src/publication/index.ts";
import type {Cell} from "../../../src/release/index.ts";
import {disclose} from "../../../src/confidential/disclose/disclose.ts";
import type {CountedCell} from "../../../src/confidential/tabulate/tabulation.ts";

const policy: Policy = {threshold: 5, zeros: "shown", mark: "[c]", meanNeeds: 10};
const women: CellAddress = {measure: "count", population: "prison", at: {sex: "female"}};
const all: CellAddress = {measure: "count", population: "prison", at: {}};
const shareOfWomen: CellAddress = {measure: "share", population: "prison", at: {sex: "female"}, base: {}};
const meanAge: CellAddress = {measure: "mean", population: "prison", at: {}, variable: "age"};

function fates(cells: readonly CountedCell[], over: Partial<Policy> = {}): (address: CellAddress) => Cell | undefined {
  const tabulation = new Map(cells.map((cell) => [cellKey(cell.address), cell]));
  const released = disclose({tabulation, policy: {...policy, ...over}}).cells;
  return (address) => released.find((entry) => cellKey(entry.address) === cellKey(address))?.cell as Cell | undefined;
}

test.each([1, 2, 3, 4])("a count of %i is withheld without its value", (count) => {
  expect(fates([{address: women, count}])(women)).toEqual({status: "suppressed"});
});

test.each([0, 5, 939])("a count of %i is published", (count) => {
  expect(fates([{address: women, count}])(women)).toEqual({status: "published", value: count});
});

test("a zero is withheld where the policy hides zeros", () => {
  expect(fates([{address: women, count: 0}], {zeros: "hidden"})(women)).toEqual({status: "suppressed"});
});

test("a policy with a higher threshold withholds more", () => {
  expect(fates([{address: women, count: 7}], {threshold: 8})(women)).toEqual({status: "suppressed"});
});

test("a share carries its exact numerator and base, rounded half up, with its Wilson interval", () => {
  const fate = fates([
    {address: women, count: 1},
    {address: {...women, at: {sex: "male"}}, count: 939},
    {address: all, count: 7822},
    {address: {...shareOfWomen, at: {sex: "male"}}, count: 939, of: 7822},
  ]);
  expect(fate({...shareOfWomen, at: {sex: "male"}})).toEqual({
    status: "published",
    value: 12,
    count: 939,
    of: 7822,
    lower: 11.3,
    upper: 12.7,
  });
});

test("a share follows its withheld count", () => {
  const fate = fates([
    {address: women, count: 3},
    {address: all, count: 7822},
    {address: shareOfWomen, count: 3, of: 7822},
  ]);
  expect(fate(shareOfWomen)).toEqual({status: "suppressed"});
});

test("a share follows its withheld base", () => {
  const fate = fates([
    {address: women, count: 0},
    {address: all, count: 4},
    {address: shareOfWomen, count: 0, of: 4},
  ]);
  expect(fate(shareOfWomen)).toEqual({status: "suppressed"});
});

test("a share whose counts were never tabulated is withheld", () => {
  expect(fates([{address: shareOfWomen, count: 939, of: 7822}])(shareOfWomen)).toEqual({status: "suppressed"});
});

test("a share of nobody is not applicable", () => {
  const fate = fates([
    {address: women, count: 0},
    {address: all, count: 0},
    {address: shareOfWomen, count: 0, of: 0},
  ]);
  expect(fate(shareOfWomen)).toEqual({status: "not-applicable"});
});

test("a mean over nine known ages is withheld, over ten published with the size of its group", () => {
  const over = (count: number): Cell | undefined =>
    fates([
      {address: all, count: 40},
      {address: meanAge, count, sum: count * 31.44, of: 40},
    ])(meanAge);
  expect(over(9)).toEqual({status: "suppressed"});
  expect(over(10)).toEqual({status: "published", value: 31.4, of: 40});
});

test("a release says how many cells are withheld", () => {
  const tabulation = new Map([[cellKey(women), {address: women, count: 2}]]);
  expect(disclose({tabulation, policy}).withheld).toBe(1);
});
