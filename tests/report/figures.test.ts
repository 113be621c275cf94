import {describe, expect, test} from "vitest";
import {publishedFigures, publishedFourWayTable, publishedUnsafeCounts, figuresWithoutNumbers} from "./published.ts";
import {publishedFacts, publishedStatements} from "./publishedStatements.ts";
import {
  asPublished,
  cellOf,
  figureFor,
  keyOf,
  keysOfFigure,
  keysOfText,
  prose,
  publication,
  replacedFigures,
} from "./readEdition.ts";

const all = Array.from({length: 31}, (_, index) => index + 1);

describe("the 31 published figures", () => {
  test("each has a figure of ours that stands for it, and no other is named", () => {
    expect(replacedFigures).toEqual(all);
  });

  test("each has its values entered, or is listed as having none", () => {
    const entered = new Set([...publishedFigures.map(({figure}) => figure), ...figuresWithoutNumbers]);
    expect([...entered].sort((a, b) => a! - b!)).toEqual(all);
  });

  test.each(publishedFigures)("Figure $figure asks $query", ({figure, query}) => {
    expect(keysOfFigure(figureFor(figure!))).toContain(keyOf(query));
  });

  test.each(publishedFigures)("Figure $figure printed $published for $query (line $line)", ({query, published}) => {
    expect(asPublished(query)).toBe(published);
  });
});

test("of Wokingham, Kent and Medway, named as the areas with most men, two lead what is shown and one is withheld", () => {
  const shareOf = (area: string) => cellOf(`share community sex=male within area-of-contact=${area}`);
  expect(shareOf("wokingham")).toEqual({status: "suppressed"});
  expect(prose).toMatch(/Of the areas whose share of men is shown, it was highest in Kent \(88%\), Medway \(87%\)/);
});

describe("the numbers in published sentences", () => {
  const reproduced = publishedStatements.filter(({outcome}) => outcome === "reproduced");
  const corrected = publishedStatements.filter(({outcome}) => outcome === "corrected");
  const inHundreds = reproduced.filter(({query, published}) => query === "count prison" && published === 7800);
  const asPrinted = reproduced.filter((value) => !inHundreds.includes(value));

  test.each(publishedStatements)("our text asks $query", ({query}) => {
    expect(keysOfText).toContain(keyOf(query));
  });

  test.each(asPrinted)("line $line said $published of $query", ({query, published}) => {
    expect(asPublished(query)).toBe(published);
  });

  test.each(inHundreds)("line $line said around $published of $query", ({query, published}) => {
    expect(Math.round(asPublished(query)! / 100) * 100).toBe(published);
    expect(prose).toContain(`around ${published.toLocaleString("en-GB")}`);
  });

  test.each(corrected)(
    "line $line said $published of $query; we say $ours, because $why",
    ({query, published, ours}) => {
      expect(Math.round(asPublished(query)! / 100) * 100).toBe(ours);
      expect(ours).not.toBe(published);
      expect(prose).toContain(`around ${ours!.toLocaleString("en-GB")}`);
    },
  );

  test.each(publishedFacts)("line $line: the fact $fact is $text", ({fact, text}) => {
    expect(publication.facts[fact]?.text).toBe(text);
    expect(prose).toContain(text);
  });
});

describe("published tables", () => {
  test.each(publishedFourWayTable)("$query was $published", ({query, published}) => {
    expect(cellOf(query)).toMatchObject({status: "published", value: published});
  });

  test("the 3,729 beside three clients first seen elsewhere are withheld, because they would give the three back", () => {
    expect(cellOf("count community residence-in-region=in-region contact-in-region=in-region")).toEqual({
      status: "suppressed",
    });
  });

  test.each(publishedUnsafeCounts)("line $line printed a count below five: we withhold $query", ({query}) => {
    expect(cellOf(query)).toEqual({status: "suppressed"});
  });
});
