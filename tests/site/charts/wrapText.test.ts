import {expect, test} from "vitest";
import {plain} from "../../../src/site/charts/parts/labels.ts";
import {wrapText} from "../../../src/site/charts/parts/wrapText.ts";

test.each([
  ["Home Office, 2006/07, South East", ["Home ", "Office, ", "2006/07, ", "South ", "East"]],
  ["Grendon/Spring-Hill", ["Grendon/", "Spring-", "Hill"]],
  ["aged 18-29", ["aged ", "18-29"]],
])("%s is broken at spaces, and after signs between words alone", (text, words) => {
  expect(wrapText(text, 1, plain)).toEqual(words.map((word) => word.trimEnd()));
});
