import {expect, test} from "vitest";
import {drawn, found, shownFigure} from "./shownFigure.ts";

const show = ["share community by age-group within area-of-contact"];
const {wide} = drawn({chart: "line", show, options: {panels: "area-of-contact"}});
const figure = shownFigure(show);

function swapped(one: string, other: string): string {
  return wide.replace(`>${one}<`, ">#<").replace(`>${other}<`, `>${one}<`).replace(">#<", `>${other}<`);
}

test("panels in published order, each under its own name, pass", () => {
  expect(wide).toMatch(/ data-panels="area-of-contact 4 0 0 [\d.]+ [\d.]+"/);
  expect(found(wide, figure)).toEqual([]);
});

test("two names of panels that change places are found", () => {
  const what = "<text> a panel has a name that is not its category's";
  expect(found(swapped("Kent", "Surrey"), figure)).toEqual([what, what]);
});

test("cells that change places with those of another panel are found, though each stands at its value", () => {
  const areas = (svg: string, one: string, other: string) =>
    svg.replace(/data-cell="[^"]*"/g, (key) =>
      key.includes(one) ? key.replaceAll(one, other) : key.replaceAll(other, one),
    );
  const exchanged = areas(swapped("Windsor and", "Wokingham"), "windsor-and-maidenhead", "wokingham");
  expect(found(exchanged, figure)).toContain("<rect> what shows a cell stands in the panel of another category");
});

test.each([
  ["of another width", / data-panels="(\S+) 4 0 0 \d/, ' data-panels="$1 4 0 0 9'],
  ["of other columns", / data-panels="(\S+) 4 /, ' data-panels="$1 3 '],
  ["of a variable that the figure lacks", / data-panels="\S+/, ' data-panels="sex'],
  ["of no room", / data-panels="(\S+) 4 0 0 \S+/, ' data-panels="$1 4 0 0 0'],
  ["that is not said", / data-panels="[^"]*"/, ""],
])("a grid %s is found", (_, from, to) => {
  expect(found(wide.replace(from, to), figure)).not.toEqual([]);
});

test("a panel whose scale ends elsewhere than the others' is found, though its shapes stand right on it", () => {
  const show = ["share prison by main-drug within sex"];
  const {wide: bars} = drawn({chart: "bars", show, options: {panels: "sex"}});
  const scales = /data-scales="([^"]*)"/.exec(bars)?.[1]?.split("; ") ?? [];
  const [first = "", second = ""] = scales;
  const longer = second.replace(/ 0 (\d+) /, " 0 100 ");
  expect(first).toMatch(/^x linear/);
  expect(found(bars, shownFigure(show))).toEqual([]);
  expect(found(bars.replace(second, longer), shownFigure(show))).toContain(
    "<svg> a panel is drawn on other scales than the first",
  );
});

test("a mark within a panel that stands by another time than its own is found", () => {
  const [box = ""] = /<rect[^>]*data-channel="mark"[^>]*hampshire[^>]*>/.exec(wide) ?? [];
  const moved = box.replace(/ x="([\d.]+)"/, (_, x: string) => ` x="${String(Number(x) + 40)}"`);
  expect(box).not.toBe("");
  expect(found(wide.replace(box, moved), figure)).not.toEqual([]);
});
