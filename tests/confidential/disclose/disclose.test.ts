import {describe, expect, test} from "vitest";
import {cellKey, usualPolicy, type CellAddress, type Policy} from "../../../src/publication/index.ts";
import type {Cell} from "../../../src/release/index.ts";
import {disclose} from "../../../src/confidential/disclose/disclose.ts";
import type {CountedCell} from "../../../src/confidential/tabulate/tabulation.ts";
import {inputOf} from "./inputOf.ts";

const women: CellAddress = {measure: "count", population: "prison", at: {sex: "female"}};
const all: CellAddress = {measure: "count", population: "prison", at: {}};
const shareOfWomen: CellAddress = {measure: "share", population: "prison", at: {sex: "female"}, base: {}};
const meanAge: CellAddress = {measure: "mean", population: "prison", at: {}, variable: "age"};

type Fates = (address: CellAddress) => Cell | undefined;

async function fates(cells: readonly CountedCell[], over: Partial<Policy> = {}): Promise<Fates> {
  const released = (await disclose(inputOf(cells, {...usualPolicy, ...over}))).cells;
  return (address) => released.find((entry) => cellKey(entry.address) === cellKey(address))?.cell as Cell | undefined;
}

test.each([1, 2, 3, 4])("a count of %i is withheld without its value", async (count) => {
  expect((await fates([{address: women, count}]))(women)).toEqual({status: "suppressed"});
});

test.each([0, 5, 939])("a count of %i is published", async (count) => {
  expect((await fates([{address: women, count}]))(women)).toEqual({status: "published", value: count});
});

test("a zero is withheld where the policy hides zeros", async () => {
  expect((await fates([{address: women, count: 0}], {zeros: "hidden"}))(women)).toEqual({status: "suppressed"});
});

test("a zero where nobody can stand is printed all the same: everybody knows it", async () => {
  const input = inputOf([{address: women, count: 0}], {...usualPolicy, zeros: "hidden"}, [
    {total: cellKey(women), parts: []},
  ]);
  expect((await disclose(input)).cells.map(({cell}) => cell)).toEqual([{status: "published", value: 0}]);
});

test("a policy with a higher threshold withholds more", async () => {
  expect((await fates([{address: women, count: 7}], {threshold: 8}))(women)).toEqual({status: "suppressed"});
});

test("a share carries its exact numerator and base, rounded half up, with its Wilson interval", async () => {
  const fate = await fates([
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

test("a share follows its withheld count", async () => {
  const fate = await fates([
    {address: women, count: 3},
    {address: all, count: 7822},
    {address: shareOfWomen, count: 3, of: 7822},
  ]);
  expect(fate(shareOfWomen)).toEqual({status: "suppressed"});
});

test("a share follows its withheld base", async () => {
  const fate = await fates([
    {address: women, count: 0},
    {address: all, count: 4},
    {address: shareOfWomen, count: 0, of: 4},
  ]);
  expect(fate(shareOfWomen)).toEqual({status: "suppressed"});
});

test("a share whose counts were never tabulated is withheld", async () => {
  expect((await fates([{address: shareOfWomen, count: 939, of: 7822}]))(shareOfWomen)).toEqual({status: "suppressed"});
});

test("a share of nobody is not applicable", async () => {
  const fate = await fates([
    {address: women, count: 0},
    {address: all, count: 0},
    {address: shareOfWomen, count: 0, of: 0},
  ]);
  expect(fate(shareOfWomen)).toEqual({status: "not-applicable"});
});

describe("a share of a base of fewer than ten", () => {
  const womenOfWhom = (of: number, over: Partial<Policy> = {}) =>
    fates(
      [
        {address: women, count: 5},
        {address: all, count: of},
        {address: shareOfWomen, count: 5, of},
      ],
      over,
    );

  test("is too few to be useful, and its counts stay printed", async () => {
    const fate = await womenOfWhom(9);
    expect(fate(shareOfWomen)).toEqual({status: "unreliable", count: 5, of: 9});
    expect(fate(all)).toEqual({status: "published", value: 9});
  });

  test("is given from ten on, and where the policy asks for no more", async () => {
    expect((await womenOfWhom(10))(shareOfWomen)).toMatchObject({status: "published", value: 50});
    expect((await womenOfWhom(9, {shareNeeds: 9}))(shareOfWomen)).toMatchObject({status: "published", value: 55.6});
  });

  test("of nobody is not applicable, and of a withheld base withheld", async () => {
    const of = async (base: number) =>
      (
        await fates([
          {address: women, count: 0},
          {address: all, count: base},
          {address: shareOfWomen, count: 0, of: base},
        ])
      )(shareOfWomen);
    expect([await of(0), await of(4)]).toEqual([{status: "not-applicable"}, {status: "suppressed"}]);
  });

  test("is of too few by the rounded base where counts are rounded", async () => {
    const fate = await womenOfWhom(5, {method: "round", base: 5});
    expect(fate(shareOfWomen)).toEqual({status: "unreliable", count: 5, of: 5});
  });
});

describe("a mean", () => {
  const ofKnownAge: CellAddress = {...all, at: {age: "stated"}};
  const over = async (count: number, beside: readonly CountedCell[] = []): Promise<Cell | undefined> =>
    (await fates([{address: all, count: 40}, {address: meanAge, count, sum: count * 31.44}, ...beside]))(meanAge);

  test("over nine known ages is withheld, over ten published", async () => {
    expect(await over(9)).toEqual({status: "suppressed"});
    expect(await over(10)).toEqual({status: "published", value: 31.4});
  });

  test("carries the number averaged where that count is asked and published, and no number otherwise", async () => {
    expect(await over(30, [{address: ofKnownAge, count: 30}])).toEqual({status: "published", value: 31.4, of: 30});
    const counted = [
      {address: all, count: 40},
      {address: meanAge, count: 30, sum: 900},
      {address: ofKnownAge, count: 30},
    ];
    const withheldByChoice = new Set([cellKey(ofKnownAge)]);
    const {cells} = await disclose({...inputOf(counted, usualPolicy), withheldByChoice});
    expect(cells.find(({address}) => address.measure === "mean")?.cell).toEqual({status: "published", value: 30});
  });
});

test("a release says how many cells are withheld, and only the analyst why", async () => {
  const {withheld, reasons} = await disclose(inputOf([{address: women, count: 2}], usualPolicy));
  expect(withheld).toBe(1);
  expect(reasons.get(cellKey(women))).toBe("primary");
});

test("a small count is not given back by its total: another cell is withheld with it", async () => {
  const areas = [3, 40, 50, 60].map((count, index) => {
    return {address: {measure: "count", population: "prison", at: {area: `a${index}`}} as const, count};
  });
  const sum = {total: cellKey(all), parts: areas.map(({address}) => cellKey(address))};
  const {reasons} = await disclose(inputOf([{address: all, count: 153}, ...areas], usualPolicy, [sum]));
  expect([...reasons.values()].sort()).toEqual(["primary", "secondary"]);
});
