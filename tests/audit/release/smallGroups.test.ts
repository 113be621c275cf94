import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {attack} from "../../../src/audit/attack/attack.ts";
import {checkCertificate} from "../../../src/audit/certificate/checkCertificate.ts";
import {modelOf} from "../../../src/audit/model/modelOf.ts";
import {auditRelease} from "../../../src/audit/release/auditRelease.ts";
import {runs} from "../../invariants/runs.ts";
import {category, table, tinyRelease, variable, type Shown, type TinyRelease} from "../tinyRelease.ts";

const rule = {groupNeeds: 10};
const twoMarks = {...rule, mark: {small: "*", further: "†"}};

const audit = async (tiny: TinyRelease) => (await auditRelease(tinyRelease(tiny))).report;

/** The least and the most that a reader finds possible of each withheld count, by its place. */
async function rangesOf(tiny: TinyRelease): Promise<Record<string, readonly [number, number]>> {
  const model = modelOf([tinyRelease(tiny)]);
  const found = await attack(model, {exactRanges: true});
  found.dispose();
  const placeOf = (key: string) => key.replace("count people [", "").replace("]", "");
  return Object.fromEntries(
    found.withheld.map(({cell, least, most}) => [placeOf(model.cells[cell]!.key), [least, most]]),
  );
}

describe("a mark", () => {
  const lines = table(["c c | 7", "20 30 | 50", ". . | 57"]);

  test("may stand for nobody in the breakdown of a printed group of fewer than ten people", async () => {
    const ranges = await rangesOf({...lines, policy: rule});
    expect(ranges).toEqual({"column=c1,row=r1": [0, 7], "column=c2,row=r1": [0, 7]});
  });

  test("stands for somebody where the release has no such rule, as earlier ones", async () => {
    expect((await rangesOf(lines))["column=c1,row=r1"]).toEqual([1, 6]);
  });

  test("stands for somebody in the breakdown of a group of ten or more", async () => {
    const ranges = await rangesOf({...table(["c c | 12", ". . | ."]), policy: rule});
    expect(ranges["column=c1,row=r1"]).toEqual([1, 11]);
  });

  test("may stand for nobody only where some group that is marked itself can have fewer than ten", async () => {
    const {variables, counts} = table(["c c | c", "20 30 | c", ". . | 60"]);
    expect(await rangesOf({variables, counts, policy: rule})).toMatchObject({
      "row=r1": [10, 10],
      "row=r2": [50, 50],
      "column=c1,row=r1": [1, 9],
    });
  });

  test("of small counts may stand for any count of a small group, and elsewhere for small ones only", async () => {
    const ofMany = await rangesOf({...table(["* * 10 | 18", ". . . | ."]), policy: twoMarks});
    expect(ofMany["column=c1,row=r1"]).toEqual([4, 4]);
    const ofFew = await rangesOf({...table(["* * | 8", ". . | ."]), policy: twoMarks});
    expect(ofFew["column=c1,row=r1"]).toEqual([0, 8]);
  });

  test("tells that a marked group is not small once something of its breakdown is printed", async () => {
    const ranges = await rangesOf({...table(["6 c | c", "c c | c", ". . | 30"]), policy: rule});
    expect(ranges["row=r1"]![0]).toBe(10);
  });
});

describe("the breakdown of a small group", () => {
  const printed = table(["7 0 | 7", "20 30 | 50", ". . | 57"]);
  const keys = ["count people [column=c1,row=r1]", "count people [column=c2,row=r1]"];

  test("fails the audit where it is printed, its zeros too", async () => {
    const report = await audit({...printed, policy: rule});
    expect(report).toMatchObject({passes: false, printedUnsafe: keys, contradiction: []});
  });

  test("fails it also where the group's own count follows from others", async () => {
    const {variables, counts} = table(["7 0 | .", "20 30 | 50", ". . | 57"]);
    expect(await audit({variables, counts, policy: rule})).toMatchObject({passes: false, printedUnsafe: keys});
  });

  test("is only reported under a policy without the rule", async () => {
    const report = await audit(printed);
    expect(report).toMatchObject({passes: true, printedUnsafe: []});
    expect(report.groups).toHaveLength(1);
  });

  test("leaves nothing to report once it is withheld, and the proof of it holds without a solver", async () => {
    const release = tinyRelease({...table(["c c | 7", "20 30 | 50", ". . | ."]), policy: rule});
    const {report, certificate} = await auditRelease(release);
    expect(report).toMatchObject({passes: true, groups: []});
    expect(checkCertificate([release], certificate)).toMatchObject({holds: true, faults: []});
  });

  const offences = {
    variables: {group: ["acquisitive", "other"]},
    population: {
      variables: [
        {
          ...variable("offence", []),
          categories: ["theft", "robbery", "arson"].map((name) =>
            category(name, {group: name === "arson" ? "other" : "acquisitive"}),
          ),
        },
        variable("group", ["acquisitive", "other"]),
      ],
    },
    policy: rule,
  };

  test("is also that of a printed group of offences by offence", async () => {
    const counts = {"group=acquisitive": 7, "offence=theft": 7, "offence=robbery": 0};
    const {printedUnsafe} = await audit({...offences, counts});
    expect(printedUnsafe).toEqual(["count people [offence=robbery]", "count people [offence=theft]"]);
  });

  test("is none where only one category can be", async () => {
    const counts = {"offence=arson": 7, "group=other": 7, "group=other,offence=arson": 7};
    expect(await audit({...offences, counts})).toMatchObject({passes: true, printedUnsafe: []});
  });
});

/** A table with the rule kept, and further marks for others' sake. */
const cases = fc
  .record({
    counts: fc.array(fc.array(fc.oneof(fc.integer({min: 0, max: 2}), fc.integer({min: 0, max: 9})), lengthOf(2, 3)), {
      minLength: 1,
      maxLength: 2,
    }),
    marks: fc.array(fc.integer({min: 0, max: 9}), lengthOf(12, 12)),
    left: fc.array(fc.integer({min: 0, max: 9}), lengthOf(12, 12)),
    groupNeeds: fc.constantFrom(3, 5, 8),
    zeros: fc.constantFrom("shown" as const, "hidden" as const),
  })
  .map(({counts, ...rest}) => ({...rest, counts: counts.map((row) => row.slice(0, counts[0]!.length))}))
  .filter(({counts}) => counts.every((row) => row.length === counts[0]!.length));

function lengthOf(minLength: number, maxLength: number) {
  return {minLength, maxLength};
}

type Table = readonly (readonly number[])[];
type Place = readonly [row: number | undefined, column: number | undefined];

const threshold = 3;

function sumAt(counts: Table, [row, column]: Place): number {
  const rows = row === undefined ? counts : [counts[row]!];
  return rows.flatMap((line) => (column === undefined ? line : [line[column]!])).reduce((a, b) => a + b, 0);
}

function placesOf(counts: Table): readonly Place[] {
  const rows = [...counts.keys(), undefined];
  return rows.flatMap((row) => [...counts[0]!.keys(), undefined].map((column): Place => [row, column]));
}

/** The groups that a place narrows: a side of one category divides nobody. */
function groupsOf(counts: Table, [row, column]: Place): readonly Place[] {
  const divides = row !== undefined && counts.length > 1;
  const crosses = column !== undefined && counts[0]!.length > 1;
  return [
    ...(divides ? [[undefined, column] as const] : []),
    ...(crosses ? [[row, undefined] as const] : []),
    ...(divides || crosses ? [[undefined, undefined] as const] : []),
  ];
}

const nameOf = ([row, column]: Place): string =>
  [column === undefined ? "" : `column=c${column}`, row === undefined ? "" : `row=r${row}`].filter(Boolean).join(",");

test("the ranges of marks under the rule are those that trying every table gives", async () => {
  let compared = 0;
  await fc.assert(
    fc.asyncProperty(cases, async ({counts, marks, left, groupNeeds, zeros}) => {
      const isSmallIn = (one: Table) => (group: Place) => sumAt(one, group) >= 1 && sumAt(one, group) < groupNeeds;
      const least = zeros === "shown" ? 1 : 0;
      const all = placesOf(counts);
      const everybody = all.length - 1;
      const shown = new Map<Place, Shown>();
      all.forEach((place, index) => {
        const value = sumAt(counts, place);
        const isUnsafe = value >= least && value < threshold;
        const isOfSmall = groupsOf(counts, place).some(isSmallIn(counts));
        const isFurther = value >= least && marks[index]! < 3 && index !== everybody;
        // Some cells are not asked at all; everybody always is, so that there is an end to trying.
        if (left[index]! < 2 && index !== everybody) return;
        shown.set(place, isUnsafe || isOfSmall || isFurther ? "c" : value);
      });
      fc.pre(typeof shown.get(all[everybody]!) === "number");
      const total = sumAt(counts, all[everybody]!);
      fc.pre(total <= 18);
      const found = new Map<string, Set<number>>();
      const inner = counts.flatMap((line, row) => line.map((_, column): Place => [row, column]));
      const trial = counts.map((line) => line.map(() => 0));
      const fits = () =>
        [...shown].every(([place, value]) => {
          const isOfSmall = groupsOf(trial, place).some(isSmallIn(trial));
          if (typeof value === "number") return sumAt(trial, place) === value && !isOfSmall;
          return sumAt(trial, place) >= least || isOfSmall;
        });
      const walk = (index: number, rest: number): void => {
        const place = inner[index];
        if (place === undefined) {
          if (rest !== 0 || !fits()) return;
          for (const [one, value] of shown) {
            if (value === "c") found.set(nameOf(one), (found.get(nameOf(one)) ?? new Set()).add(sumAt(trial, one)));
          }
          return;
        }
        const [row, column] = place;
        const known = shown.get(all.find((one) => one[0] === row && one[1] === column)!);
        for (let value = 0; value <= rest; value += 1) {
          if (typeof known === "number" && value !== known) continue;
          trial[row!]![column!] = value;
          walk(index + 1, rest - value);
        }
        trial[row!]![column!] = 0;
      };
      walk(0, total);
      fc.pre(found.size > 0);
      const places = Object.fromEntries([...shown].map(([place, value]) => [nameOf(place), value]));
      const variables = {row: counts.map((_, r) => `r${r}`), column: counts[0]!.map((_, c) => `c${c}`)};
      const ranges = await rangesOf({variables, counts: places, zeros, threshold, policy: {groupNeeds}});
      for (const [place, values] of found) {
        // A side of one category: one name stands for both.
        if (ranges[place] === undefined) continue;
        compared += 1;
        expect([place, ...ranges[place]]).toEqual([place, Math.min(...values), Math.max(...values)]);
      }
    }),
    {numRuns: runs({usual: 150, long: 4_000})},
  );
  expect(compared).toBeGreaterThan(200);
});
