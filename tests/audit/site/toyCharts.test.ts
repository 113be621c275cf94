import {expect, test} from "vitest";
import {charts} from "../../../src/site/charts/charts.ts";
import {incomplete} from "../../site/charts/toy/incomplete.ts";
import {lollipop, type Leak} from "../../site/charts/toy/lollipop.ts";
import {drawn, found, shownFigure} from "./shownFigure.ts";

const drugs = ["share prison by main-drug"];

/** What is found in a lollipop chart, which the audit has never heard of. */
function foundIn(leak: Leak, show = drugs): readonly string[] {
  const {narrow} = drawn({chart: "lollipop", show}, {charts: {...charts, lollipop: lollipop(leak)}});
  return found(narrow, shownFigure(show));
}

test("a chart of one file and one line in the registry is drawn, described and judged", () => {
  const {description} = drawn({chart: "lollipop", show: drugs}, {charts: {...charts, lollipop: lollipop()}});
  expect(description).toMatch(/^Lollipop chart\. /);
  expect(foundIn({})).toEqual([]);
});

test("rows in an order of values in which a withheld one takes part are found", () => {
  const swap = (names: readonly [string, string]): Leak => ({
    order: (categories) => {
      const [one, other] = names.map((name) => categories.find((category) => category.name === name)!);
      return categories.map((category) => (category === one ? other! : category === other ? one! : category));
    },
  });
  expect(foundIn(swap(["cannabis", "benzodiazepines"])).join("\n")).toMatch(/its place tells what the mark hides/);
  expect(foundIn(swap(["heroin", "crack"])).join("\n")).toMatch(/its place tells what the mark hides/);
});

test("rows that stand in no line are found: in two columns, or a mark off its row", () => {
  const columns = foundIn({rowAt: (index) => 20 + 30 * (index % 4)});
  expect(columns.join("\n")).toMatch(/categories stand neither in one line nor each at one place of its own/);
  const named = foundIn({markOff: 30});
  expect(named.join("\n")).toMatch(/neither in one line/);
});

test("a withheld cell that nothing stands for is found", () => {
  expect(foundIn({isSilent: true})).toEqual([
    "<svg> the drawing shows nothing of a cell that its figure asks for: prison, benzodiazepines",
  ]);
});

test("colours that tell the rows apart otherwise than their order does are found", () => {
  const odd = foundIn({colourAt: (index) => (index === 2 ? "population-2" : "population-1")});
  expect(odd).toContain("<circle> a shape looks otherwise than the others of its kind, and no number says why");
  const tints = ["amount-1", "amount-4", "amount-2", "amount-5", "amount-3"] as const;
  const shuffled = foundIn({colourAt: (index) => tints[index % 5]!});
  expect(shuffled).toContain("<circle> a shape looks otherwise than the others of its kind, and no number says why");
});

test("a mark among the numbers of its scale, or at several places beyond it, is found", () => {
  expect(foundIn({markAt: () => 120}).join("\n")).toMatch(/stands among the numbers of a scale/);
  const beyond = foundIn({markAt: (index) => 281 + index}, ["share community by area-of-contact"]);
  expect(beyond.join("\n")).toMatch(/marks of withheld numbers stand at several places of a scale/);
});

test("the name of a withheld category in a place of its own is found, though nothing is drawn for it", () => {
  const last: Leak = {
    isSilent: true,
    order: (all) => [
      ...all.filter(({name}) => name !== "benzodiazepines"),
      all.find(({name}) => name === "benzodiazepines")!,
    ],
  };
  expect(foundIn(last)).toContain("<text> names are sorted by numbers that are withheld or not drawn");
});

test("rows in an order of values pass where every value is published, and no other order does", () => {
  const show = ["share prison by sex"];
  expect(foundIn({order: (all) => all.toReversed()}, show)).toEqual([]);
  const shuffled: Leak = {order: ([first, second, ...rest]) => [...rest, second!, first!]};
  expect(foundIn(shuffled, ["share prison by prison-of-contact"]).join("\n")).toMatch(
    /sorted|neither in published order/,
  );
});

test("a scale that ends at a withheld value is found", () => {
  expect(foundIn({end: 41})).toEqual(["<svg> a scale ends neither at a published value nor at the next round step"]);
});

test("a scale may end at the next round step", () => {
  expect(foundIn({end: 35})).toEqual([]);
});

test("marks that stand at several places of a scale are found", () => {
  const show = ["share prison by prison-of-contact"];
  expect(foundIn({}, show)).toEqual([]);
  const spread = foundIn({markAt: (index) => 100 + index * 7}, ["share community by area-of-contact"]);
  expect(spread.join("\n")).toMatch(/marks of withheld numbers stand at several places of a scale/);
});

test("a whole chart is one", () => {
  expect(incomplete[0]?.()).toMatchObject({spoken: "Nothing", options: []});
});
