import {expect, test} from "vitest";
import {cellKey, type CellAddress, type Policy} from "../../../src/publication/index.ts";
import {disclose} from "../../../src/confidential/disclose/disclose.ts";
import {inputOf} from "./inputOf.ts";

const usual: Policy = {threshold: 5, zeros: "shown", mark: "[c]", level: "width-2", meanNeeds: 10, method: "withhold"};
const twoMarks: Policy = {...usual, mark: {small: "*", further: "†"}};

const all: CellAddress = {measure: "count", population: "prison", at: {}};
const of = (sex: string): CellAddress => ({...all, at: {sex}});
const share = (sex: string): CellAddress => ({measure: "share", population: "prison", at: {sex}, base: {}});
const meanAge: CellAddress = {measure: "mean", population: "prison", at: {}, variable: "age"};

const women = 3;
const men = 40;
const cells = [
  {address: all, count: women + men},
  {address: of("female"), count: women},
  {address: of("male"), count: men},
  {address: share("female"), count: women, of: women + men},
  {address: share("male"), count: men, of: women + men},
  {address: meanAge, count: 6, of: women + men, sum: 180},
];
const sums = [{total: cellKey(all), parts: [cellKey(of("female")), cellKey(of("male"))]}];

async function released(policy: Policy): Promise<(address: CellAddress) => unknown> {
  const found = (await disclose(inputOf(cells, policy, sums))).cells;
  return (address) => found.find((entry) => cellKey(entry.address) === cellKey(address))?.cell;
}

test("under two marks a small count and what protects it are told apart", async () => {
  const cell = await released(twoMarks);
  expect(cell(of("female"))).toEqual({status: "suppressed", mark: "small"});
  expect(cell(of("male"))).toEqual({status: "suppressed", mark: "further"});
});

test("a share carries what the marks of its counts say anyway", async () => {
  const cell = await released(twoMarks);
  expect([cell(share("female")), cell(share("male"))]).toEqual([
    {status: "suppressed", mark: "small"},
    {status: "suppressed", mark: "further"},
  ]);
});

test("a mean of too few is no small count", async () => {
  expect((await released(twoMarks))(meanAge)).toEqual({status: "suppressed", mark: "further"});
});

test("under one mark a withheld cell says nothing else", async () => {
  const cell = await released(usual);
  expect([cell(of("female")), cell(of("male")), cell(share("male"))]).toEqual([
    {status: "suppressed"},
    {status: "suppressed"},
    {status: "suppressed"},
  ]);
});
