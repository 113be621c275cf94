import {expect, test} from "vitest";
import {expandQuery, parseQuery} from "../../../src/publication/index.ts";
import type {Cell} from "../../../src/release/index.ts";
import type {AnsweredCell} from "../../../src/site/prose/askCells.ts";
import {rankCells} from "../../../src/site/prose/rankCells.ts";
import {sampleRelease} from "../sample/sampleReleases.ts";

const query = "share community sex=male within area-of-contact";
const release = sampleRelease([query]);
const asked = expandQuery(parseQuery(query), release.vocabulary).slice(0, 3);
const share = (value: number, of: number): Cell => ({status: "published", value, count: (value * of) / 100, of});
const answers = (cells: readonly Cell[]): readonly AnsweredCell[] =>
  cells.map((cell, index) => ({cell, asked: asked[index]!, release}));
const highest = {order: "highest", skip: 0, take: 1} as const;

test("a share of too few is not compared: it takes no place and keeps no other from one", () => {
  const ranked = rankCells(answers([share(40, 50), {status: "unreliable", count: 9, of: 9}, share(60, 50)]), highest);
  expect(ranked?.map(({cell}) => cell.value)).toEqual([60]);
});

test("a withheld share keeps the ranking back, because its place would tell of it", () => {
  expect(rankCells(answers([share(40, 50), {status: "suppressed"}, share(60, 50)]), highest)).toBeUndefined();
});
