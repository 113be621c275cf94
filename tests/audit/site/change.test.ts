import {describe, expect, test} from "vitest";
import type {Release} from "../../../src/release/index.ts";
import {releasesFor} from "../../site/sample/sampleFigure.ts";
import {drawn, found, shownFigure} from "./shownFigure.ts";

const later = "share prison pdu=yes within sex";
const show = [later, `${later} in previous`];

type Counts = readonly [count: number, of: number] | undefined;

/** A release in which all shares are of these counts; withheld where there are none. */
function withCounts(release: Release, counts: Counts): Release {
  const altered: Release = {
    ...release,
    answer: (query) =>
      release.answer(query).map((answer) => {
        const missing = {status: "not-available"} as const;
        if (counts === undefined) return {...answer, missing, release: altered, cell: {status: "suppressed"}};
        const [count, of] = counts;
        const cell = {status: "published", value: (100 * count) / of, count, of} as const;
        return {...answer, missing, release: altered, cell};
      }),
  };
  return altered;
}

function changing(now: Counts, before: Counts) {
  const known = releasesFor(show);
  const releases = new Map([
    ["this", withCounts(known.get("this")!, now)],
    ["previous", withCounts(known.get("previous")!, before)],
  ]);
  return {...drawn({chart: "change", show}, {releases}), figure: shownFigure(show, releases)};
}

const otherwise = "a shape shows another number than its formula makes of its cells";
// Newcombe 1998, Table II, example (a), method 10: 56 of 70 and 48 of 80, 0.0524 to 0.3339.
const {wide, narrow, description, figure} = changing([56, 70], [48, 80]);

test("a change stands at its points, with Newcombe's interval, and says which way it goes", () => {
  for (const svg of [wide, narrow]) {
    expect(svg).toContain(">+20.0 (+5.2 to +33.4)<");
    expect(svg).toContain(">rose<");
    expect(found(svg, figure)).toEqual([]);
  }
  expect(description).toContain("Female: +20.0 points, 95% interval +5.2 to +33.4, rose.");
});

test("a share that fell, and one whose change cannot be told, are said to", () => {
  const less = changing([48, 80], [56, 70]);
  expect(less.wide).toContain(">fell<");
  expect(less.wide).toContain(">−20.0 (−33.4 to −5.2)<");
  expect(found(less.wide, less.figure)).toEqual([]);
  // The same, example (b): 9 of 10 and 3 of 10 differ; 10 of 20 and 9 of 20 do not.
  const alike = changing([10, 20], [9, 20]);
  expect(alike.wide).toContain(">cannot be told<");
  expect(found(alike.wide, alike.figure)).toEqual([]);
});

test.each([
  ["of the later time", undefined, [48, 80]],
  ["of the earlier time", [48, 80], undefined],
] as const)("where the number %s is withheld there is a mark, and no change in words", (_, now, before) => {
  const hidden = changing(now, before);
  for (const svg of [hidden.wide, hidden.narrow]) {
    expect(svg).toContain('class="withheld"');
    expect(svg).toMatch(/data-channel="made-mark"[^>]*>\[c\]</);
    expect(svg).not.toMatch(/>(?:rose|fell|cannot be told)</);
    expect(found(svg, hidden.figure)).toEqual([]);
  }
});

describe.each([
  ["wide", wide],
  ["narrow", narrow],
])("in the %s drawing the audit finds", (_, svg) => {
  test("another word", () => {
    expect(found(svg.replace(">rose<", ">fell<"), figure)).toContain(`<text> ${otherwise}`);
    expect(found(svg.replace(">rose<", ">cannot be told<"), figure)).toContain(`<text> ${otherwise}`);
  });

  test.each([">+21.0 (", "(+5.1 to", "to +33.5)"])("another number: %s", (written) => {
    const from = {">+21.0 (": ">+20.0 (", "(+5.1 to": "(+5.2 to", "to +33.5)": "to +33.4)"}[written] ?? "";
    expect(svg).toContain(from);
    expect(found(svg.replace(from, written), figure)).toContain(`<text> ${otherwise}`);
  });

  test("a change that loses its sign", () => {
    const less = changing([48, 80], [56, 70]);
    expect(found(less.wide.replace(">−20.0 (", ">20.0 ("), less.figure)).toContain(`<text> ${otherwise}`);
  });

  test("a dot that is moved", () => {
    const moved = svg.replace(/(<circle[^>]* cx=")([\d.]+)/, (_, start: string, at: string) => `${start}${String(Number(at) + 0.3)}`); // prettier-ignore
    expect(moved).not.toBe(svg);
    expect(found(moved, figure)).toContain(`<circle> ${otherwise}`);
  });

  test.each(["x1", "x2"])("an interval with another %s", (name) => {
    const line = /<line[^>]*x-made-interval[^>]*>/.exec(svg)?.[0] ?? "?";
    const longer = line.replace(new RegExp(`( ${name}=")([\\d.]+)`), (_, start: string, at: string) => `${start}${String(Number(at) + 0.3)}`); // prettier-ignore
    expect(longer).not.toBe(line);
    expect(found(svg.replace(line, longer), figure)).toContain(`<line> ${otherwise}`);
  });

  test("the earlier number taken from the later one's place", () => {
    const turned = svg.replaceAll(/data-cell="([^";]*); ([^"]*)"/g, 'data-cell="$2; $1"');
    expect(turned).not.toBe(svg);
    expect(found(turned, figure)).toContain("<circle> a shape names a formula that makes nothing of its cells");
  });
});

test("a change of a withheld number is found, whatever it says", () => {
  const hidden = changing(undefined, [48, 80]);
  const told = hidden.wide.replace(/made-mark("[^>]*)>\[c\]</, "made-number$1>+20.0 (+5.2 to +33.4)<");
  expect(told).not.toBe(hidden.wide);
  expect(found(told, hidden.figure)).toContain(`<text> ${otherwise}`);
});

const message = /no share of a later period or edition/;

test.each([
  {why: "the earlier series first", show: [show[1]!, show[0]!], message},
  {why: "two shares of one time", show: [later, "share prison main-drug=heroin within sex"], message},
  {why: "counts", show: ["count prison by sex", "count prison by sex in previous"], message: /two series of shares/},
  {why: "one series", show: [later], message: /two series of shares/},
  {why: "three series", show: [...show, "share prison main-drug=heroin within sex"], message: /two series of shares/},
  {why: "two populations", show: [later, "share community pdu=yes within sex in previous"], message},
])("$why: refused", ({show: other, message: said}) => {
  expect(() => drawn({chart: "change", show: other})).toThrow(said);
});
