import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {areBorneOut} from "../../../src/audit/site/words/comparedWords.ts";
import type {ComparingDirective} from "../../../src/audit/site/words/linePattern.ts";
import {sidesOfTarget} from "../../../src/audit/site/words/verdict.ts";
import {parseDirective} from "../../../src/publication/directive/parseDirective.ts";
import {
  directivesOf,
  expandQuery,
  parseQuery,
  type CellAddress,
  type Coordinates,
} from "../../../src/publication/index.ts";
import {sideOfTarget, type Cell} from "../../../src/release/index.ts";
import {printDirective} from "../../../src/site/prose/printDirective.ts";
import {Reading} from "../../../src/site/prose/Reading.ts";
import {faultsOf} from "../../publication/project.ts";
import {publishHeld, releaseWith, shareOf} from "./heldReport.ts";

/** What the one directive of a text prints, and whether the audit lets another wording stand in its place. */
function printed(text: string, share: Cell | ((address: CellAddress) => Cell)) {
  const publication = publishHeld(text);
  const [directive] = publication.chapters.flatMap(directivesOf);
  const releases = new Map([["this", releaseWith(publication, typeof share === "function" ? share : () => share)]]);
  const reading = new Reading({publication, releases, targets: new Map()}, "margin");
  reading.openChapter("one");
  const edition = {publication, release: releases.get("this")!, releases};
  const isLet = (words: string) => areBorneOut(words, directive as ComparingDirective, edition);
  return {words: printDirective(directive!, reading).text, isLet};
}

describe("the status of an indicator", () => {
  test.each([
    ["plan", 180, "better than the target"],
    ["plan", 140, "worse than the target"],
    ["plan", 165, "not told apart from the target"],
    ["refused", 180, "worse than the target"],
    ["refused", 140, "better than the target"],
    ["neither", 180, "above the target"],
    ["neither", 140, "below the target"],
  ])("%s of %i in 200 is %s of 80%%, and the audit lets nothing else be said", (name, count, expected) => {
    const {words, isLet} = printed(`{{ status indicator ${name} residence=kent }}`, shareOf(count, 200));
    expect(words).toBe(expected);
    const all = ["better than", "worse than", "above", "below", "not told apart from"].map(
      (one) => `${one} the target`,
    );
    expect(all.filter(isLet)).toEqual([expected]);
  });

  test("has words of its own: for the better number, the worse one, and neither", () => {
    const text = '{{ status indicator refused residence=kent | words "well", "badly", "so so" }}';
    expect(printed(text, shareOf(140, 200)).words).toBe("well");
    expect(printed(text, shareOf(180, 200)).words).toBe("badly");
  });

  test("of what is withheld is its mark, or the words for that, and tells nothing", () => {
    const {words, isLet} = printed("{{ status indicator plan residence=kent }}", {status: "suppressed"});
    expect(words).toMatch(/^\[c\]/);
    expect(isLet("better than the target")).toBe(false);
    expect(printed('{{ status indicator plan | otherwise "not shown" }}', {status: "suppressed"}).words).toBe(
      "not shown",
    );
  });

  test("against the region is a comparison of a part with its whole", () => {
    const publication = publishHeld("{{ status indicator plan residence=kent against benchmark }}");
    expect(publication.chapters.flatMap(directivesOf)).toEqual([
      expect.objectContaining({
        kind: "compare",
        words: ["better than the South East", "worse than the South East", "not told apart from the South East"],
      }),
    ]);
  });

  test.each([
    ["status plan", "an indicator is missing"],
    ["status target plan", "an indicator is missing"],
    ["status indicator plan by sex", "asks for several numbers"],
    ["status indicator plan against benchmark", "the region would be compared with itself"],
    ["status indicator refused residence=kent against benchmark", 'the indicator "refused" has no benchmark'],
    ["status indicator plan against it", "it is not said what the indicator is held against"],
  ])("{{ %s }} is refused", (text, what) => {
    expect(faultsOf(() => publishHeld(`{{ ${text} }}`))[0]).toContain(what);
  });
});

describe("the places that miss a target", () => {
  const counts: Readonly<Record<string, number>> = {kent: 140, elsewhere: 165, surrey: 180};
  const at = ({at: place, among}: CellAddress & {readonly among?: Coordinates}): Cell => {
    const count = counts[place.residence ?? among?.residence ?? ""];
    return count === undefined ? {status: "suppressed"} : shareOf(count, 200);
  };
  const below = "lower indicator plan by residence than target";

  test.each([
    [below, "kent"],
    [`${below} plan`, "kent"],
    ["higher indicator plan by residence than target | with value", "surrey (90%)"],
  ])("{{ %s }} are those whose interval leaves it out: %s", (text, expected) => {
    const {words, isLet} = printed(`{{ ${text} }}`, at);
    expect(words).toBe(expected);
    expect(["kent", "elsewhere", "surrey"].filter(isLet)).toEqual([expected.split(" ")[0]]);
    expect(isLet("kent and surrey")).toBe(false);
  });

  test("are told by no difference from it, and none where nobody can be told apart", () => {
    const text = `{{ ${below} | otherwise "nowhere" }}`;
    expect(printed(text, () => shareOf(165, 200)).words).toBe("nowhere");
    expect(printed(text, () => ({status: "suppressed"})).words).toBe("nowhere");
  });

  test.each([
    [`${below} refused`, '"refused" is not expected here'],
    ["lower indicator free by residence than target", 'the indicator "free" has no target'],
    ["lower share community sex=male within residence than target plan", "a share cannot be compared with"],
  ])("{{ %s }} is refused", (text, what) => {
    expect(faultsOf(() => publishHeld(`{{ ${text} }}`))[0]).toContain(what);
  });
});

describe("the direction of an indicator", () => {
  test("is a comparison of two times, in words for better and worse", () => {
    const [directive] = publishHeld("{{ direction indicator refused sex=male since sex=female }}").chapters.flatMap(
      directivesOf,
    );
    expect(directive).toMatchObject({
      kind: "compare",
      left: {among: {sex: "male"}},
      right: {among: {sex: "female"}},
      words: ["got worse", "got better", "changed too little to be told"],
    });
  });

  test("is from the edition compared with where nothing else is said", () => {
    const faults = faultsOf(() => publishHeld("{{ direction indicator plan residence=kent }}"));
    expect(faults[0]).toContain("asks the previous edition, but report.yaml has no compare-with");
  });

  test.each([
    ["direction indicator plan since", "it is not said since when"],
    ["direction indicator plan since sex=male", "the later number is of no sex"],
    ["direction indicator plan sex=male since sex=male", "both numbers are of the same sex"],
  ])("{{ %s }} is refused", (text, what) => {
    expect(faultsOf(() => publishHeld(`{{ ${text} }}`))[0]).toContain(what);
  });
});

describe("the side on which a number lies of a target", () => {
  const release = releaseWith(publishHeld("{{ status indicator plan }}"), () => shareOf(1, 2));
  const [share, target] = ["share community sex=male", "value prevalence.rate area=kent"].map((text) => {
    const query = parseQuery(text);
    return {query, asked: expandQuery(query, release.vocabulary)[0]!, release};
  });
  const placed = (one: typeof share, cell: Cell) =>
    ({...one!, address: one!.asked.address, cell}) as Parameters<typeof sideOfTarget>[0] &
      Parameters<typeof sidesOfTarget>[0];

  test("is told alike by the site and by the audit, whatever the counts", () => {
    const told = new Set<number>();
    fc.assert(
      fc.property(
        fc.integer({min: 1, max: 2000}),
        fc.double({min: 0, max: 1}),
        fc.integer({min: 0, max: 1000}),
        (of, part, tenths) => {
          const own = placed(share, shareOf(Math.round(part * of), of));
          const held = placed(target, {status: "published", value: tenths / 10});
          const side = sideOfTarget(own, held);
          told.add(side);
          expect(sidesOfTarget(own, held)).toContain(side);
        },
      ),
      {numRuns: 2000},
    );
    expect(told).toEqual(new Set([-1, 0, 1]));
  });

  test("is told of an estimate only where its bounds are left out as well", () => {
    const own = placed(share, shareOf(180, 200));
    const held = (lower: number, upper: number) => placed(target, {status: "published", value: 80, lower, upper});
    expect([sideOfTarget(own, held(79, 81)), sidesOfTarget(own, held(79, 81))]).toEqual([1, [1]]);
    expect([sideOfTarget(own, held(70, 90)), sidesOfTarget(own, held(70, 90))]).toEqual([0, [0]]);
  });

  test("is not told of a share that was released without its interval", () => {
    expect(
      sideOfTarget(placed(share, {status: "published", value: 99}), placed(target, {status: "published", value: 80})),
    ).toBe(0);
  });

  test("is told of rounded counts only beyond what rounding may have moved", () => {
    const rounded = {
      ...release,
      disclosure: {...release.disclosure, policy: {...release.disclosure.policy, within: 4}},
    };
    const held = placed(target, {status: "published", value: 84});
    const own = placed(share, shareOf(180, 200));
    expect(sideOfTarget(own, held)).toBe(1);
    expect(sideOfTarget({...own, release: rounded}, held)).toBe(0);
    expect(sidesOfTarget({...own, release: rounded}, held)).toContain(0);
  });
});

test("a status is read where directives are", () => {
  const {indicators: defined} = publishHeld("Nothing.");
  const position = {file: "10-one.md", line: 1, column: 1};
  expect(parseDirective("status indicator plan", position, defined)).toMatchObject({kind: "status"});
});
