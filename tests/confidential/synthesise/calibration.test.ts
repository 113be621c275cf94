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

test("the margins of 2007/08 carry every figure that the report published as a share, with its source", () => {
  const items = publishedItems(countEdition("south-east-2007-08")).filter(({item}) =>
    /Figure|Key messages|page/.test(item),
  );
  expect(items.length).toBeGreaterThan(60);
});
