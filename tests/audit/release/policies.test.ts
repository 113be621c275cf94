import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {attack, isSafeToWithhold} from "../../../src/audit/attack/attack.ts";
import {checkCertificate} from "../../../src/audit/certificate/checkCertificate.ts";
import {modelOf} from "../../../src/audit/model/modelOf.ts";
import {auditRelease} from "../../../src/audit/release/auditRelease.ts";
import {roundModel} from "../../../src/confidential/disclose/rounding/roundModel.ts";
import {tableOf} from "../../confidential/disclose/rounding/tableOf.ts";
import {runs} from "../../invariants/runs.ts";
import {table, tinyRelease, type TinyRelease} from "../tinyRelease.ts";

const twoMarks = {mark: {small: "*", further: "†"}};
const rounding = {method: "round", base: 5, within: 4} as const;

const audit = async (tiny: TinyRelease) => (await auditRelease(tinyRelease(tiny))).report;
const keys = (cells: readonly {key: string}[]) => cells.map(({key}) => key);

/** The values that a reader cannot exclude, least and most, of every count that is not printed exactly. */
async function rangesOf(tiny: TinyRelease): Promise<Record<string, readonly [number, number]>> {
  const model = modelOf([tinyRelease(tiny)]);
  const found = await attack(model, {exactRanges: true});
  found.dispose();
  return Object.fromEntries(found.withheld.map(({cell, least, most}) => [model.cells[cell]!.key, [least, most]]));
}

test("one possible value is no doubt, not even where it is the only unsafe one", () => {
  const {policy} = modelOf([tinyRelease({variables: {}, counts: {}, policy: {level: "full", threshold: 2}})]);
  expect(isSafeToWithhold({policy}, [1])).toBe(false);
  expect(isSafeToWithhold({policy}, [1, 2])).toBe(true);
});

describe("a mark of its own for small counts", () => {
  test("gives four cells of a small total away, which one mark hides", async () => {
    const line = (mark: "*" | "c") => table([`${mark} ${mark} ${mark} ${mark} | ${mark}`, ". . . . | ."]);
    expect((await audit({...line("*"), policy: twoMarks})).givenAway).toHaveLength(5);
    expect((await audit(line("c"))).givenAway).toEqual([]);
  });

  test("gives a count away beside others that must be five or more, which one mark hides", async () => {
    const line = (further: "†" | "c", small: "*" | "c") => table([`${further} ${further} ${small} | 11`, ". . . | ."]);
    const report = await audit({...line("†", "*"), policy: twoMarks});
    expect(keys(report.givenAway)).toEqual(["count people [column=c3,row=r1]"]);
    expect((await audit(line("c", "c"))).givenAway).toEqual([]);
  });

  test("says that a small count is below the threshold, and the other at it or above", async () => {
    expect(await rangesOf({...table(["* † | 30", ". . | ."]), policy: twoMarks})).toEqual({
      "count people [column=c1,row=r1]": [1, 4],
      "count people [column=c2,row=r1]": [26, 29],
    });
  });
});

describe("the policy's level is the target", () => {
  const oneOrTwo = table(["10 c c | 13", ". . . | ."]);
  const oneToThree = table(["10 c c | 14", ". . . | ."]);

  test.each([
    ["exact", oneOrTwo, true],
    ["width-2", oneOrTwo, false],
    ["width-2", oneToThree, true],
    ["full", oneToThree, false],
    ["full", table(["10 c c | 15", ". . . | ."]), true],
  ] as const)("%s", async (level, shown, reachesTarget) => {
    expect(await audit({...shown, policy: {level}})).toMatchObject({passes: true, reachesTarget});
  });

  test("and full is reached by cells that can have every unsafe value, whatever others they can have", async () => {
    const release = tinyRelease({...oneToThree, policy: {level: "full"}});
    const signed = {primaries: ["count people [column=c2,row=r1]"], byChoice: []};
    const {report} = await auditRelease(release, {signed});
    expect(report.primaries).toEqual({primaries: 1, notExact: 1, atLevel: 0, full: 0});
    const wide = tinyRelease({...table(["10 c c | 15", ". . . | ."]), policy: {level: "full"}});
    expect((await auditRelease(wide, {signed})).report.primaries).toMatchObject({atLevel: 1, full: 1});
  });

  test("and the certificate proves as many possible values as it asks", async () => {
    const release = tinyRelease({...oneOrTwo, policy: {level: "exact"}});
    const {certificate} = await auditRelease(release);
    expect(checkCertificate([release], certificate)).toMatchObject({holds: true, proved: 2, open: []});
    const wider = tinyRelease({...oneOrTwo, policy: {level: "width-2"}});
    expect(checkCertificate([wider], certificate)).toMatchObject({holds: false, proved: 0});
  });
});

describe("rounded counts", () => {
  test("stand for every count nearer than one multiple, as far as the sums let them", async () => {
    expect(await rangesOf({...table(["5 0 | 5", ". . | ."]), policy: rounding})).toEqual({
      "count people [column=c1,row=r1]": [1, 9],
      "count people [column=c2,row=r1]": [0, 4],
      "count people [row=r1]": [1, 9],
    });
  });

  test("are counted as shown, and leave nothing to fail", async () => {
    const report = await audit({...table(["5 0 | 5", "0 10 | 10", "5 10 | 15"]), policy: rounding});
    expect(report).toMatchObject({withheld: 0, counts: 9, passes: true, reachesTarget: true, givenAway: []});
  });

  test("have a certificate that re-checks", async () => {
    const release = tinyRelease({...table(["5 0 | 5", "0 10 | 10", "5 10 | 15"]), policy: rounding});
    const {certificate} = await auditRelease(release);
    expect(checkCertificate([release], certificate)).toMatchObject({holds: true, proved: 9, open: []});
  });

  test("too near to the true ones give small counts away", async () => {
    const policy = {method: "round", base: 2, within: 1} as const;
    const report = await audit({...table(["2 2 2 2 2 | 4", ". . . . . | ."]), policy});
    expect(keys(report.givenAway)).toHaveLength(5);
    expect(report.passes).toBe(false);
  });

  test("that no counts can stand behind contradict each other", async () => {
    const report = await audit({...table(["10 0 | 0", ". . | ."]), policy: rounding});
    expect(report.passes).toBe(false);
    expect(report.contradiction.join(" ")).not.toBe("");
  });

  test("say with a mean that there are as many records as it needs, and without that there are fewer", async () => {
    const between: [number, number] = [10, 100];
    const reads = {as: "years" as const, from: "DOB", to: "SEEN", between};
    const age = {name: "age", label: "age", kind: "number" as const, unit: "years"};
    const mean = (cell: {status: "suppressed"} | {status: "published"; value: number; of: number}) => ({
      variables: {},
      population: {variables: [{...age, categories: [], reads}]},
      counts: {"": 10, "age=stated": 10},
      cells: [{address: {measure: "mean", population: "people", at: {}, variable: "age"} as const, cell}],
      policy: rounding,
    });
    const stated = "count people [age=stated]";
    expect((await rangesOf(mean({status: "published", value: 30, of: 10})))[stated]).toEqual([10, 14]);
    expect((await rangesOf(mean({status: "suppressed"})))[stated]).toEqual([6, 9]);
  });

  test("of one edition and exact ones of another are read together", async () => {
    const shown = table(["5 0 | 5", ". . | ."]);
    const earlier = tinyRelease({...table(["7 . | .", ". . | ."]), edition: {id: "earlier"}});
    const {report} = await auditRelease(tinyRelease({...shown, policy: rounding}), {earlier: [earlier]});
    // The total is at most 9, so the other is 0, 1 or 2.
    expect(report).toMatchObject({editions: ["tiny", "earlier"], passes: true});
    const exact = tinyRelease({...table(["7 . | 9", ". . | ."]), edition: {id: "earlier"}});
    const {report: worse} = await auditRelease(tinyRelease({...shown, policy: rounding}), {earlier: [exact]});
    expect(keys(worse.givenAway)).toEqual(["count people [column=c2,row=r1]"]);
  });
});

describe("random tables that are rounded", () => {
  const counts = fc.array(fc.oneof(fc.nat({max: 4}), fc.nat({max: 12})), {minLength: 4, maxLength: 4});

  /** The release of a 2 by 2 table, rounded to multiples of five with all its totals. */
  async function rounded(all: readonly number[]): Promise<TinyRelease> {
    const {cells, equations} = tableOf([2, 2], all);
    const {values, within} = await roundModel({cells, equations}, 5);
    const value = (r: string, c: string) =>
      values.get(cells.findIndex(({categories}) => categories.join() === `${r},${c}`)) ?? NaN;
    const row = (r: string) => `${value(r, "0")} ${value(r, "1")} | ${value(r, "Total")}`;
    return {...table([row("0"), row("1"), row("Total")]), policy: {...rounding, within}};
  }

  test("never tell a small count, and leave every value near the rounded one possible", async () => {
    await fc.assert(
      fc.asyncProperty(counts, async (all) => {
        const report = await audit(await rounded(all));
        expect(report).toMatchObject({passes: true, reachesTarget: true});
      }),
      {numRuns: runs({usual: 25, long: 1000})},
    );
  });

  test("have the ranges that trying every table gives", async () => {
    await fc.assert(
      fc.asyncProperty(counts, async (all) => {
        const release = await rounded(all);
        const within = (place: string, value: number) => Math.abs(value - (release.counts[place] as number)) <= 4;
        const seen = new Map<string, number[]>();
        const inner = ["row=r1,column=c1", "row=r1,column=c2", "row=r2,column=c1", "row=r2,column=c2"];
        const options = inner.map((place) => Array.from({length: 40}, (_, n) => n).filter((n) => within(place, n)));
        for (const a of options[0]!)
          for (const b of options[1]!)
            for (const c of options[2]!)
              for (const d of options[3]!) {
                const margins = {"row=r1": a + b, "row=r2": c + d, "column=c1": a + c, "column=c2": b + d};
                const tried = {...margins, "": a + b + c + d};
                if (!Object.entries(tried).every(([place, value]) => within(place, value))) continue;
                [a, b, c, d].forEach((value, at) => seen.set(inner[at]!, [...(seen.get(inner[at]!) ?? []), value]));
              }
        const found = await rangesOf(release);
        for (const [place, values] of seen) {
          const key = `count people [${place.split(",").sort().join(",")}]`;
          expect([key, found[key]]).toEqual([key, [Math.min(...values), Math.max(...values)]]);
        }
      }),
      {numRuns: runs({usual: 15, long: 300})},
    );
  });
});
