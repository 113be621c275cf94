import {expect, test} from "vitest";
import {expandQuery, parseQuery} from "../../../src/publication/index.ts";
import {vocabulary} from "../vocabulary.ts";

test("a rate of the region counts all but those in none of its areas, over the sum of the reference's areas", () => {
  const [cell] = expandQuery(parseQuery("rate community residence=region per prevalence.estimate"), vocabulary);
  expect(cell?.address).toMatchObject({
    at: {},
    per: {reference: "prevalence", column: "estimate", at: {}},
    whole: {
      variable: "residence",
      without: ["elsewhere", "not-stated"],
      rows: {key: "area", names: ["kent", "surrey"]},
    },
  });
});

test.each([
  ["count community residence=region", /no category of residence "region"/],
  ["rate community support-required=region per prevalence.estimate", /can be in several of/],
])("%s is refused, because only areas add up to a region", (text, what) => {
  expect(() => expandQuery(parseQuery(text), vocabulary)).toThrow(what);
});
