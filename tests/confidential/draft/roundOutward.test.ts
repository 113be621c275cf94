import {expect, test} from "vitest";
import {roundOutward} from "../../../src/confidential/draft/roundOutward.ts";

test.each([
  [
    {least: 0, most: 0},
    {from: 0, to: 1},
  ],
  [
    {least: 3, most: 9},
    {from: 0, to: 10},
  ],
  [
    {least: 18, most: 97},
    {from: 0, to: 100},
  ],
  [
    {least: 1, most: 100},
    {from: 0, to: 200},
  ],
  [
    {least: 0, most: 365},
    {from: 0, to: 500},
  ],
  [
    {least: -7, most: 2},
    {from: -10, to: 5},
  ],
  [
    {least: -50, most: -3},
    {from: -100, to: 0},
  ],
])("numbers %o lie within %o, and none is a limit but nought", (found, limits) => {
  expect(roundOutward(found)).toEqual(limits);
});
