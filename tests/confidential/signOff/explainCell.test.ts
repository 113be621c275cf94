import {expect, test} from "vitest";
import {cellKey, type CellAddress} from "../../../src/publication/index.ts";
import {explainCell} from "../../../src/confidential/signOff/explainCell.ts";
import type {SignOff} from "../../../src/confidential/signOff/signOff.ts";

const count = (area: string): CellAddress => ({measure: "count", population: "prison", at: {area}});
const share = (area: string): CellAddress => ({measure: "share", population: "prison", at: {area}, base: {}});

const signOff: SignOff = {
  schema: "smallprint-sign-off/1",
  edition: "south-east-2007-08",
  release: "",
  primaries: [cellKey(count("kent"))],
  others: {
    [cellKey(count("surrey"))]: "secondary",
    [cellKey(share("surrey"))]: "rests-on-withheld",
    "mean age prison [area=kent]": "too-few-for-a-mean",
  },
  people: {},
  narrow: [],
  givenUp: [],
  protection: {[cellKey(count("kent"))]: {values: 3, through: [cellKey(count("surrey"))]}},
};

test("an unsafe count is explained by the threshold and by what protects it", () => {
  expect(explainCell(count("kent"), signOff)).toEqual([
    "Its count is below the policy's threshold.",
    "A reader cannot tell it from at least 2 other values, because these are withheld too:",
    "  count prison [area=surrey]",
  ]);
});

test("a safe count is explained by the unsafe ones that it protects", () => {
  expect(explainCell(count("surrey"), signOff)).toEqual([
    "Its own count is safe. Without it these could be worked out:",
    "  count prison [area=kent]",
  ]);
});

test("a share is explained by its withheld count", () => {
  expect(explainCell(share("surrey"), signOff)).toEqual([
    "It rests on a count that is withheld:",
    "  count prison [area=surrey]",
  ]);
});

test("a published cell has nothing to explain", () => {
  expect(explainCell(count("dorset"), signOff)).toBeUndefined();
});
