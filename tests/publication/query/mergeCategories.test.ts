import {expect, test} from "vitest";
import {mergeCategories} from "../../../src/publication/query/mergeCategories.ts";
import {variable} from "../vocabulary.ts";

test("a category of the second population stands after the one that it follows there", () => {
  const first = variable("plan", ["agreed", "transferred", "refused"]).categories;
  const second = variable("plan", ["agreed", "left", "refused"]).categories;
  const names = mergeCategories([first, second]).map(({name}) => name);
  expect(names).toEqual(["agreed", "left", "transferred", "refused", "not-stated"]);
});
