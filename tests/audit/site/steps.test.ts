import {describe, expect, test} from "vitest";
import type {Release} from "../../../src/release/index.ts";
import {releasesFor} from "../../site/sample/sampleFigure.ts";
import {drawn, found, shownFigure} from "./shownFigure.ts";

const show = [
  "count prison",
  "count prison pdu=yes",
  "count prison pdu=yes main-drug=heroin",
  "count prison pdu=yes main-drug=heroin sex=male",
];

/** A pathway of so many at each step; one that is no number is withheld. */
function pathway(...counts: readonly (number | undefined)[]) {
  const release = releasesFor(show).get("this")!;
  const policy = {...release.disclosure.policy, shareNeeds: 10};
  const altered: Release = {
    ...release,
    disclosure: {...release.disclosure, policy},
    answer: (query) =>
      release.answer(query).map((answer) => {
        const value = counts[Object.keys(answer.asked.address.at).length];
        const cell = value === undefined ? ({status: "suppressed"} as const) : ({status: "published", value} as const);
        return {...answer, release: altered, cell};
      }),
  };
  const releases = new Map([["this", altered]]);
  return {...drawn({chart: "steps", show}, {releases}), figure: shownFigure(show, releases)};
}

const otherwise = "<text> a shape shows another number than its formula makes of its cells";

test("each percentage is of the step before, and is told in words", () => {
  const {wide, narrow, description, figure} = pathway(60_000, 9_000, 4_440, 20);
  for (const svg of [wide, narrow]) {
    expect(svg).toContain(">↓ 15% of these<");
    expect(svg).toContain(">↓ 49% of these<");
    expect(svg).toContain(">↓ &lt;1% of these<");
    expect(found(svg, figure)).toEqual([]);
  }
  expect(description).toContain("Problematic drug user: 15% of the step before.");
});

test("where a step is withheld there is a mark for it, for its percentage, and for that of the next step", () => {
  const {wide, narrow, description, figure} = pathway(60_000, undefined, 440, 20);
  for (const svg of [wide, narrow]) {
    expect([...svg.matchAll(/>↓ \[c\]</g)]).toHaveLength(2);
    expect(svg).toContain(">↓ 5% of these<");
    expect(svg).toMatch(/<rect class="withheld"[^>]*data-cell="[^"]*pdu/);
    expect(found(svg, figure)).toEqual([]);
  }
  expect(description).not.toContain("Problematic drug user: ");
});

test("of a step of fewer than the policy lets percentages be of there is a mark that says so, and of nobody another", () => {
  const few = pathway(60_000, 440, 9, 5);
  expect(few.wide).toContain(">↓ [u]<");
  expect(few.explanations).toContain("[u]: too few to be useful.");
  expect(found(few.wide, few.figure)).toEqual([]);
  const nobody = pathway(60_000, 440, 0, 0);
  expect(nobody.wide).toContain(">↓ [z]<");
  expect(found(nobody.wide, nobody.figure)).toEqual([]);
});

describe("the audit finds", () => {
  const {wide, figure} = pathway(60_000, 9_000, 4_440, 20);

  test.each([
    ["another percentage", "↓ 15%", "↓ 16%"],
    ["one without its sign", "↓ &lt;1%", "↓ 1%"],
    ["a mark in its place", "↓ 15% of these", "↓ [c]"],
  ])("%s", (_, from, to) => {
    expect(wide).toContain(from);
    expect(found(wide.replace(from, to), figure)).toContain(otherwise);
  });

  test("a percentage of another step than the one before", () => {
    const [, first = "", second = ""] =
      /data-cell="([^"]*); ([^"]*)" data-formula="share that went on"/.exec(wide) ?? [];
    const turned = wide.replace(`"${first}; ${second}"`, `"${second}; ${first}"`);
    expect(turned).not.toBe(wide);
    expect(found(turned, figure)).toContain("<text> a shape names a formula that makes nothing of its cells");
  });

  test("a percentage that a withheld step would have", () => {
    const hidden = pathway(60_000, undefined, 440, 20);
    const told = hidden.wide.replace("made-mark", "made-number").replace(">↓ [c]<", ">↓ 15% of these<");
    expect(found(told, hidden.figure)).toContain(otherwise);
  });

  test("a mark of a percentage that stands as far along as the number would", () => {
    const hidden = pathway(60_000, undefined, 440, 20);
    const moved = hidden.wide.replace(/(<text x=")[\d.]+("[^>]*>↓ \[c\])/, "$1300$2");
    expect(moved).not.toBe(hidden.wide);
    expect(found(moved, hidden.figure)).not.toEqual([]);
  });

  test("a withheld step's mark that stands among the bars", () => {
    const hidden = pathway(60_000, undefined, 440, 20);
    const moved = hidden.wide.replace(/(<rect class="withheld" x=")[\d.]+/, "$1300");
    expect(moved).not.toBe(hidden.wide);
    expect(found(moved, hidden.figure)).not.toEqual([]);
  });
});

test.each([
  {
    why: "steps that are no part of the one before",
    show: [show[1]!, show[0]!],
    message: /“All” is no part of “Problem/,
  },
  {why: "a step beside another", show: [show[1]!, "count prison main-drug=heroin sex=male"], message: /is no part of/},
  {why: "one step", show: show.slice(0, 1), message: /two steps or more/},
  {why: "shares", show: ["share prison pdu=yes", "share prison sex=male"], message: /counts of one population/},
  {why: "two populations", show: ["count prison", "count community pdu=yes"], message: /counts of one population/},
  {why: "two editions", show: ["count prison", "count prison pdu=yes in previous"], message: /in one edition/},
  {why: "a table", show: ["count prison by sex"], message: /counts of one population/},
])("$why are refused", ({show: other, message}) => {
  expect(() => drawn({chart: "steps", show: other})).toThrow(message);
});
