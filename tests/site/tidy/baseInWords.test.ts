import {expect, test} from "vitest";
import {parseQuery, type Variable} from "../../../src/publication/index.ts";
import {baseInWords} from "../../../src/site/tidy/baseInWords.ts";
import {readRows, type ReadRow} from "../../../src/site/tidy/readRows.ts";
import {sampleRelease} from "../sample/sampleReleases.ts";

const among = "share prison by pdu among stated";
const within = "share prison sex=male within pdu";
const release = sampleRelease([among, within]);

/** The base of a query whose question is labelled so, or of which a yes is said so. */
function baseOf(text: string, {label, who}: {label: string; who?: string}): string {
  const query = parseQuery(text);
  const [{row, asked} = {} as ReadRow] = readRows(query, release);
  const renamed = (variable: Variable): Variable => {
    const {name, kind, categories} = variable;
    return name === "pdu" ? {name, kind, categories, label, ...(who !== undefined && {who})} : variable;
  };
  const population = {...asked.population!, variables: asked.population!.variables.map(renamed)};
  const place = row.place.map((one) => ({...one, variable: {...one.variable, label}}));
  return baseInWords(query, {row: {...row, place}, asked: {...asked, population}});
}

test.each([
  ["a participle", {label: "Treated in the last two years"}, "with an answer to “Treated in the last two years”"],
  ["a verb", {label: "Has shared equipment"}, "with an answer to “Has shared equipment”"],
  ["a clause", {label: "Whether treated before"}, "where it is stated whether treated before"],
  ["its own words", {label: "Tested", who: "were tested"}, "where it is stated whether they were tested"],
])("a question of yes and no that is called by %s has a base that reads", (_, variable, words) => {
  expect(baseOf(among, variable)).toBe(`prison clients ${words}`);
});

test("what divides a base is said as the answer is said of people, or by its label", () => {
  expect(baseOf(within, {label: "Tested", who: "were tested"})).toBe("prison clients, by whether they were tested");
  expect(baseOf(within, {label: "Whether treated before"})).toBe("prison clients, by whether treated before");
  expect(baseOf(within, {label: "Tested"})).toBe("prison clients, by tested");
});

test("a question with other answers is a noun", () => {
  const query = "share prison by sex among stated";
  const [read] = readRows(parseQuery(query), sampleRelease([query]));
  expect(baseInWords(parseQuery(query), read!)).toBe("prison clients whose sex is stated");
});
