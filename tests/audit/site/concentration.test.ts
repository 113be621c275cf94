import {describe, expect, test} from "vitest";
import type {Release} from "../../../src/release/index.ts";
import {releasesFor} from "../../site/sample/sampleFigure.ts";
import {drawn, found, shownFigure} from "./shownFigure.ts";

const show = ["value offending.offenders by group", "value offending.offences by group"];
const asked = {chart: "concentration", show};
const {wide, narrow, description} = drawn(asked);
const figure = shownFigure(show);
const otherwise = "a shape shows another number than its formula makes of its cells";

/** The same figures with other numbers for some cells. */
function releasesWith(changed: (column: string, group: string, value: number) => number) {
  const release = releasesFor(show).get("this")!;
  const altered: Release = {
    ...release,
    answer: (query) =>
      release.answer(query).map((answer) => {
        const {asked: place, cell} = answer;
        const {address} = place;
        if (address.measure !== "value" || cell.status !== "published") return answer;
        const value = changed(address.column, Object.values(address.at)[0] ?? "", cell.value);
        return {...answer, cell: {...cell, value}};
      }),
  };
  return new Map([["this", altered]]);
}

test("dots stand at running shares, worked out by hand, and are told in words", () => {
  // 6, 18, 58 and 168 of 234 people; 96, 198, 368 and 526 of 526 offences: cumsum(n) / sum(n) in R.
  expect(wide).toContain(">Ten and more: 3% of people, 18% of offences<");
  expect(wide).toContain(">Up to Eight or nine: 8% of people, 38% of offences<");
  expect(wide).toContain(">Up to Three to seven: 25% of people, 70% of offences<");
  expect(description).toContain("Up to One or two: 72% of people, 100% of offences.");
  const [, left = "", end = ""] = /x linear 0 100 \| ([\d.]+) ([\d.]+)/.exec(wide) ?? [];
  const places = [...wide.matchAll(/<circle[^>]* cx="([\d.]+)"/g)].map(([, x]) => Number(x));
  const shares = places.map((x) => ((x - Number(left)) / (Number(end) - Number(left))) * 100);
  const expected = [2.564103, 7.692308, 24.786325, 71.794872, 100];
  shares.forEach((share, at) => {
    expect(share).toBeCloseTo(expected[at] ?? NaN, 2);
  });
  expect(shares).toHaveLength(expected.length);
});

test("the same groups the other way round make the same curve", () => {
  const turned = (text: string) => text.replace(" from last", "");
  const release = releasesFor(show).get("this")!;
  const reversed: Release = {...release, answer: (query) => release.answer(query).toReversed()};
  const releases = new Map([["this", reversed]]);
  const other = drawn(asked, {releases});
  expect(found(other.wide, shownFigure(show, releases))).toEqual([]);
  expect(turned(other.wide)).toContain(">Up to Eight or nine: 8% of people, 38% of offences<");
});

describe.each([
  ["wide", wide],
  ["narrow", narrow],
])("in the %s drawing", (_, svg) => {
  test("nothing is found as it is drawn", () => {
    expect(found(svg, figure)).toEqual([]);
  });

  test.each(["cx", "cy"])("a dot that is moved along %s is found", (name) => {
    const moved = svg.replace(
      new RegExp(`(<circle[^>]* ${name}=")([\\d.]+)`),
      (_, start: string, at: string) => `${start}${String(Number(at) + 0.2)}`,
    );
    expect(moved).not.toBe(svg);
    expect(found(moved, figure)).toContain(`<circle> ${otherwise}`);
  });

  test.each(["x", "width", "height"])("a bar with another %s is found", (name) => {
    const moved = svg.replace(
      new RegExp(`(<rect class="bar"[^>]* ${name}=")([\\d.]+)`),
      (_, start: string, at: string) => `${start}${String(Number(at) + 0.3)}`,
    );
    expect(moved).not.toBe(svg);
    expect(found(moved, figure)).toContain(`<rect> ${otherwise}`);
  });

  test("another number in words is found, of a share and of a bar", () => {
    expect(found(svg.replace(">Up to Eight or nine: 8%", ">Up to Eight or nine: 9%"), figure)).toContain(
      `<text> ${otherwise}`,
    );
    expect(found(svg.replace(">16.0<", ">16.1<"), figure)).toContain(`<text> ${otherwise}`);
  });

  test("the name of another group before its shares is found", () => {
    const renamed = svg.replace(">Up to Eight or nine: 8%", ">Up to One or two: 8%");
    expect(renamed).not.toBe(svg);
    expect(found(renamed, figure)).toContain("<text> a number stands under the name of another cell than its own");
  });

  test("a group without its dot and its bar is found", () => {
    const key = /<circle[^>]*data-cell="([^;"]*)/.exec(svg)?.[1] ?? "?";
    const without = svg.replace(/<(?:circle|rect|text)\b[^>]*data-cell="([^"]*)"[^>]*(?:\/>|>[^<]*<\/text>)/g, (tag) =>
      tag.includes(key) ? "" : tag,
    );
    expect(found(without, figure).join()).toContain("shows nothing of a cell that its figure asks for");
  });

  test("a formula that nobody knows, or that of the other end, is found", () => {
    const unknown = svg.replace('data-formula="running share"', 'data-formula="share"');
    expect(found(unknown, figure)).toContain("<circle> a shape names a formula that makes nothing of its cells");
    const other = svg.replace('data-formula="running share"', 'data-formula="running share from last"');
    expect(found(other, figure)).toContain(`<circle> ${otherwise}`);
  });

  test("a line across that is no line of equal parts is found", () => {
    const line = /<path d="M[\d.]+,[\d.]+L[\d.]+,[\d.]+"[^>]*\/>/.exec(svg)?.[0] ?? "?";
    expect(svg).toContain(line);
    const lower = line.replace(/,([\d.]+)"/, (_, y: string) => `,${String(Number(y) + 9)}"`);
    expect(found(svg.replace(line, lower), figure)).not.toEqual([]);
  });
});

test("a group of fewer people than the policy lets is refused, and the audit finds a curve that has one", () => {
  const few = releasesWith((column, group, value) => (column === "offenders" && group === "ten-and-more" ? 4 : value));
  expect(() => drawn(asked, {releases: few})).toThrow(/fewer than 5 people/);
  expect(found(wide, shownFigure(show, few))).toContain(
    "<circle> a shape names a formula that makes nothing of its cells",
  );
});

test.each([
  {why: "one series", show: show.slice(0, 1), message: /two series/},
  {
    why: "a number withheld",
    show: ["count prison by prison-of-contact", "count community by prison-of-contact"],
    message: /withheld or not there|prison-of-contact/,
  },
  {why: "rates", show: ["value prevalence.estimate by area", "value prevalence.rate by area"], message: /added up/},
  {
    why: "groups in no order",
    show: ["value prevalence.estimate by area", "value prevalence.target by area"],
    message: /added up|order/,
  },
])("with $why, it is refused", ({show: other, message}) => {
  expect(() => drawn({chart: "concentration", show: other})).toThrow(message);
});

test("groups that do not stand in the order of what each has are refused", () => {
  const mixed = releasesWith((column, group, value) => (column === "offences" && group === "none" ? 600 : value));
  expect(() => drawn(asked, {releases: mixed})).toThrow(/order of what each of their people has/);
});
