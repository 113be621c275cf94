import {expect, test} from "vitest";
import {guessEdition} from "../../../src/cli/init/guessEdition.ts";

const regions = ["south-east", "south-west", "london"];

test("a name of region and financial year tells both", () => {
  expect(guessEdition("south-west-2009-10", regions)).toEqual({
    region: "south-west",
    period: {from: "2009-04-01", to: "2010-03-31"},
  });
});

test("a single year is a calendar year", () => {
  expect(guessEdition("london-2009", regions).period).toEqual({from: "2009-01-01", to: "2009-12-31"});
});

test("the turn of the century is a financial year too", () => {
  expect(guessEdition("london-1999-00", regions).period).toEqual({from: "1999-04-01", to: "2000-03-31"});
});

test("years that do not follow one another are not guessed at", () => {
  expect(guessEdition("london-2007-09", regions).period).toBeUndefined();
});

test("an unknown region is not guessed at", () => {
  expect(guessEdition("southern-2007-08", regions).region).toBeUndefined();
});
