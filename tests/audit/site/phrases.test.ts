import {expect, test} from "vitest";
import {withoutExempt} from "../../../src/audit/site/exemptions.ts";
import {phrasesOfEdition} from "../../../src/audit/site/phrases.ts";
import {printedNumbers} from "../../../src/audit/tells/printedNumbers.ts";
import type {Reference} from "../../../src/publication/index.ts";
import type {Release} from "../../../src/release/index.ts";
import {publication, releases} from "../../site/prose/smallReport.ts";

/** The numbers that are left of a text where a reference has rows called so. */
function left(text: string, labels: readonly string[]): readonly string[] {
  const categories = labels.map((label) => ({name: label, code: "", label, text: label, role: "value" as const}));
  const key = {name: "row", label: "Row", kind: "category", categories} as const;
  const reference: Reference = {name: "figures", title: "Figures", source: "Somebody", key, columns: []};
  const small = releases.get("this")!;
  const release: Release = {...small, vocabulary: {...small.vocabulary, references: [reference]}};
  const report = {...publication.report, summary: "What was asked.", revisions: [], breaks: []};
  const edition = {publication: {...publication, report}, release, releases: new Map([["this", release]])};
  return printedNumbers(withoutExempt(text, phrasesOfEdition(edition))).map(({text: number}) => number);
}

test.each([
  ["a financial year", "The most in 2011/12.", ["2011/12", "all others"], []],
  ["no financial year", "The most in 2011/17.", ["2011/17", "2012/13"], ["2011", "17"]],
  ["a calendar year among years", "The most in 2011.", ["2011", "2012"], []],
  ["a calendar year of a key that has other rows", "The most in 2011.", ["2011", "17"], ["2011"]],
  ["a bare number", "The most in 17.", ["17", "18"], ["17"]],
  ["a number that a year is a part of", "It was 2011% or 12,011.", ["2011", "2012"], ["2011%", "12,011"]],
])("of the names of rows %s may stand anywhere, or not", (...[, text, labels, numbers]) => {
  expect(left(text, labels)).toEqual(numbers);
});
