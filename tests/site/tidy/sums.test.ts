import {expect, test} from "vitest";
import {parseQuery} from "../../../src/publication/index.ts";
import type {Panel} from "../../../src/site/tidy/figureData.ts";
import {nameSeries} from "../../../src/site/tidy/nameSeries.ts";

const headingsOf = (...asked: readonly (readonly [query: string, summed?: string])[]) =>
  nameSeries(
    asked.map(([text, summed]): Panel => {
      const query = parseQuery(text);
      const population = {name: query.populations[0] ?? "", label: "visits", heading: "Visits"};
      const part = {key: population.name, heading: "", population, query, place: 1, rows: [], ...(summed && {summed})};
      return {...part, edition: {id: "one", label: "2007/08"}};
    }),
  ).map(({heading}) => heading);

test("a sum is named by what is added up, and not by whose it is", () => {
  expect(headingsOf(["sum packs visits by site", "Packs given"])).toEqual(["Packs given"]);
  expect(
    headingsOf(["sum packs visits by site", "Packs given"], ["sum back visits by site", "Packs returned"]),
  ).toEqual(["Packs given", "Packs returned"]);
  expect(headingsOf(["count visits by site"], ["sum packs visits by site", "Packs given"])).toEqual([
    "Number",
    "Packs given",
  ]);
  expect(headingsOf(["count visits by site"])).toEqual(["Visits"]);
});
