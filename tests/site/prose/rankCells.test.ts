import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {expandQuery, parseQuery} from "../../../src/publication/index.ts";
import {roundRatioHalfUp, type Answer, type Cell, type Release} from "../../../src/release/index.ts";
import {rankCells} from "../../../src/site/prose/rankCells.ts";
import {sampleRelease} from "../sample/sampleReleases.ts";

const text = "share community sex=male within area-of-contact";
const release = sampleRelease([text]);
const query = parseQuery(text);
const asked = expandQuery(query, release.vocabulary).slice(0, 3);
const share = (value: number, of: number): Cell => ({status: "published", value, count: (value * of) / 100, of});
const answers = (cells: readonly Cell[]): readonly Answer[] =>
  cells.map((cell, index) => ({query, cell, asked: asked[index]!, release, caveats: []}));
const highest = {order: "highest", skip: 0, take: 1} as const;

test("a share of too few is not compared: it takes no place and keeps no other from one", () => {
  const ranked = rankCells(answers([share(40, 50), {status: "unreliable", count: 9, of: 9}, share(60, 50)]), highest);
  expect(ranked?.map(({cell}) => cell.value)).toEqual([60]);
});

test("a withheld share keeps the ranking back, because its place would tell of it", () => {
  expect(rankCells(answers([share(40, 50), {status: "suppressed"}, share(60, 50)]), highest)).toBeUndefined();
});

test("what is withheld takes no part where only what is shown is ranked", () => {
  const shown = {...highest, amongShown: true};
  const ranked = rankCells(answers([share(40, 50), {status: "suppressed"}, share(60, 50)]), shown);
  expect(ranked?.map(({cell}) => cell.value)).toEqual([60]);
});

const counted = (count: number, of: number): Cell => ({
  status: "published",
  value: roundRatioHalfUp(100 * count, of, 1),
  count,
  of,
});

test("no lead rests on a rounding that readers do not see: what prints alike shares its place", () => {
  const ranked = rankCells(answers([counted(1514, 10_000), counted(1486, 10_000), counted(900, 10_000)]), highest);
  expect(ranked?.map(({cell}) => cell.count)).toEqual([1514, 1486]);
});

test("whoever prints like one who is taken is taken too, and the greatest always is", () => {
  const counts = fc.array(fc.integer({min: 0, max: 1000}), {minLength: 3, maxLength: 3});
  fc.assert(
    fc.property(counts, fc.integer({min: 1, max: 3}), (three, take) => {
      const printed = (count: number) => roundRatioHalfUp(100 * count, 1000, 0);
      const ranked = rankCells(answers(three.map((count) => counted(count, 1000))), {...highest, take}) ?? [];
      const taken = ranked.map(({cell}) => printed(cell.count!));
      expect(taken).toContain(printed(Math.max(...three)));
      expect(three.filter((count) => taken.includes(printed(count))).length).toBe(taken.length);
      expect(taken.length).toBeGreaterThanOrEqual(take);
    }),
  );
});

describe("where counts are rounded", () => {
  const policy = {...release.disclosure.policy, method: "round", base: 5, within: 4} as const;
  const rounded: Release = {...release, disclosure: {...release.disclosure, policy}};
  const rank = (cells: readonly Cell[]) =>
    rankCells(
      answers(cells).map((answer) => ({...answer, release: rounded})),
      highest,
    )?.map(({cell}) => cell.count);

  test("a lead that the rounding could have made is none", () => {
    expect(rank([counted(50, 100), counted(45, 100), counted(20, 100)])).toEqual([50, 45]);
  });

  test("a lead that it could not have made stands, whatever the bases", () => {
    expect(rank([counted(55, 60), counted(60, 120)])).toEqual([55]);
  });
});
