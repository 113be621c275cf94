import {expect, test} from "vitest";
import {cellKey, type CellAddress} from "../../../src/publication/index.ts";
import {disclose, type Disclosed} from "../../../src/confidential/disclose/disclose.ts";
import type {CountedCell} from "../../../src/confidential/tabulate/tabulation.ts";
import {inputOf} from "./inputOf.ts";

const policy = {
  method: "withhold",
  threshold: 5,
  zeros: "shown",
  mark: "[c]",
  level: "width-2",
  meanNeeds: 10,
} as const;

function at(area?: string): CellAddress {
  return {measure: "count", population: "p", at: area === undefined ? {} : {area}};
}

const counts: readonly CountedCell[] = [
  {address: at(), count: 63},
  {address: at("a"), count: 3},
  {address: at("b"), count: 10},
  {address: at("c"), count: 50},
  {address: at("d"), count: 0},
];

const sums = [{total: cellKey(at()), parts: ["a", "b", "c", "d"].map((area) => cellKey(at(area)))}];

function withholding(...keys: readonly string[]): Promise<Disclosed> {
  return disclose({...inputOf(counts, policy, sums), withheldByChoice: new Set(keys)});
}

test("a count that the analyst withholds is withheld, with that reason", async () => {
  const {reasons} = await withholding(cellKey(at("c")));
  expect(reasons.get(cellKey(at("c")))).toBe("by-choice");
});

test("what the analyst withholds protects the small counts beside it, so that others can be printed", async () => {
  expect((await withholding()).reasons.get(cellKey(at("b")))).toBe("secondary");
  expect((await withholding(cellKey(at("c")))).reasons.get(cellKey(at("b")))).toBeUndefined();
});

test("a small count that the analyst names is still withheld for being small", async () => {
  expect((await withholding(cellKey(at("a")))).reasons.get(cellKey(at("a")))).toBe("primary");
});

test("a zero cannot be withheld by choice where the policy shows zeros", async () => {
  await expect(withholding(cellKey(at("d")))).rejects.toThrow("because it shows zeros");
});
