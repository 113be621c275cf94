import {describe, expect, test} from "vitest";
import {countEdition, publishedItems} from "./publishedItems.ts";

const editions = ["south-east-2007-08", "south-east-2008-09"].map((edition) => ({
  edition,
  counted: countEdition(edition),
}));

describe.each(editions)("the made-up extracts of $edition", ({counted}) => {
  test.each(publishedItems(counted))("have the published figure: $item", ({counted: value, published}) => {
    expect(value).toBe(published);
  });
});

/** The figures of the 2007/08 report in which shares or means were printed; 18 and 19 are tested as statements. */
const figures = [1, 2, 3, 4, 5, 9, 10, 11, 13, 14, 15, 16, 17, 20, 21, 22, 23, 24, 26, 28, 29, 30, 31];
const sources = publishedItems(countEdition("south-east-2007-08")).map(({item}) => item);

test.each(figures)("the margins of 2007/08 carry what Figure %i published", (figure) => {
  expect(sources.some((source) => new RegExp(`Figure ${figure}\\b`).test(source))).toBe(true);
});
