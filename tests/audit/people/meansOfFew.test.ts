import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {
  checkPeople,
  MeansOfFew,
  statementsOn,
  weightOf,
  type ListedPublication,
  type OpenMean,
  type People,
} from "../../../src/audit/index.ts";
import type {Release} from "../../../src/release/index.ts";
import {runs} from "../../invariants/runs.ts";
import {at, tinyRelease, variable} from "../tinyRelease.ts";
import {alike, smallCertificate, smallDefinitions, smallRecords, type SmallPeople} from "./smallPeople.ts";

const [needs, width] = [4, 5];
const columns = {sex: ["women", "men"], area: ["kent", "surrey", "sussex"], age: ["20", "24", "31", "52", "none"]};
const numbers = [20, 24, 31, 52, null];
const singles = ["sex=women", "sex=men", "area=kent", "area=surrey", "area=sussex"];
const pairs = ["women", "men"].flatMap((sex) => columns.area.map((area) => `area=${area},sex=${sex}`));

function peopleOf(rows: readonly string[]): SmallPeople {
  return {columns, rows, variables: {age: {column: 2, categories: {stated: [0, 1, 2, 3], "not-stated": [4]}, numbers}}};
}

type Group = (record: string) => boolean;

const isAt =
  (place: string): Group =>
  (record) =>
    place
      .split(",")
      .filter(Boolean)
      .every((part) => record.split(" ").includes(part.split("=")[1] ?? ""));
const not =
  (group: Group): Group =>
  (record) =>
    !group(record);
const both =
  (one: Group, other: Group): Group =>
  (record) =>
    one(record) && other(record);

function ageOf(record: string): number | undefined {
  const age = Number(record.split(" ")[2]);
  return Number.isNaN(age) ? undefined : age;
}

/** The mean of those of a group whose age is known, and how many they are. */
function meanOf(rows: readonly string[], group: Group): {readonly known: number; readonly mean: number} {
  const ages = rows.filter(group).flatMap((record) => ageOf(record) ?? []);
  return {known: ages.length, mean: ages.reduce((sum, age) => sum + age, 0) / ages.length};
}

/** The means of some places: printed where enough are known. */
function releaseOf(
  asked: readonly string[],
  rows: readonly string[],
  asks: {meanNeeds: number; meanWidth?: number} = {meanNeeds: needs, meanWidth: width},
): Release {
  // Nobody's age is nearly all of a sum.
  const policy = {...asks, dominance: 0};
  return tinyRelease({
    variables: {},
    counts: {},
    policy,
    population: {
      variables: [
        variable("sex", columns.sex),
        variable("area", columns.area),
        {name: "age", label: "Age", kind: "number", categories: []},
      ],
    },
    cells: asked.map((place) => {
      const {known, mean} = meanOf(rows, isAt(place));
      return {
        address: {measure: "mean", population: "people", variable: "age", at: at(place)},
        cell:
          known >= policy.meanNeeds
            ? {status: "published", value: Math.floor(10 * mean + 0.5 + 1e-9) / 10}
            : {status: "suppressed"},
      };
    }),
  });
}

function publicationOf(release: Release, rows: readonly string[]): ListedPublication {
  const [releases, definitions, base] = [[release], smallDefinitions(peopleOf(rows)), smallRecords(peopleOf(rows))];
  return {releases, definitions, base, statements: statementsOn(releases, definitions, {tooFew: new Set(), base})};
}

/** Every group that the means of some places could give away, by hand. */
function groupsBeside(asked: readonly string[], rows: readonly string[]): readonly Group[] {
  const isPrinted = (place: string) => asked.includes(place) && meanOf(rows, isAt(place)).known >= needs;
  const printed = asked.filter(isPrinted).map(isAt);
  if (printed.length === 0) return [];
  const named = [...singles, ...pairs].map(isAt);
  const overlaps = printed.flatMap((one) => printed.flatMap((other) => [both(one, other), both(one, not(other))]));
  const rests = ["sex", "area"].flatMap((name) => {
    const places = singles.filter((place) => place.startsWith(name));
    const left = places.filter((place) => !isPrinted(place));
    const isLine = isPrinted("") && left.length > 0 && left.length < places.length;
    return isLine ? [(record: string) => left.some((place) => isAt(place)(record))] : [];
  });
  const marked = asked.filter((place) => !isPrinted(place)).map(isAt);
  return [...named, ...named.map(not), ...overlaps, ...rests, ...marked];
}

const row = fc
  .tuple(...Object.values(columns).map((values) => fc.constantFrom(...values)))
  .map((words) => words.join(" "));
const publications = fc.record({
  rows: fc.array(row, {minLength: 4, maxLength: 16, size: "max"}),
  turn: fc.nat({max: 15}),
  asked: fc.subarray(["", ...singles]),
});

/** Other people: the ages turned by some places. */
function turned(rows: readonly string[], turn: number): readonly string[] {
  const words = rows.map((record) => record.split(" "));
  return words.map(([sex, area], place) => [sex, area, words[(place + turn) % words.length]?.[2]].join(" "));
}

/** Which records of some populations a mean is of. */
function heldBy({known}: OpenMean, populations: readonly People[]): string {
  const weigh = ([records]: People, one: number) =>
    known.parts.reduce((sum, part) => sum + weightOf(part, (column) => records!.columns[column]![one]!), 0);
  return populations
    .map((people) => Array.from({length: people[0]!.size}, (_, one) => String(weigh(people, one))).join(""))
    .join(" ");
}

describe("the means of few that printed means could give away", () => {
  test("are those that counting every group by hand finds, until another population puts them far enough apart", () => {
    fc.assert(
      fc.property(publications, ({rows, turn, asked}) => {
        const other = turned(rows, turn);
        const [base, people] = [rows, other].map((own) => smallRecords(peopleOf(own)));
        const isFew = (group: Group) => meanOf(rows, group).known >= 1 && meanOf(rows, group).known < needs;
        const few = groupsBeside(asked, rows).filter(isFew);
        const told = (group: Group) =>
          [rows, other]
            .map((own) => own.map((record) => (group(record) && ageOf(record) !== undefined ? "1" : "0")).join(""))
            .join(" ");
        const listed = (settled: boolean) => {
          const means = new MeansOfFew(publicationOf(releaseOf(asked, rows), rows));
          if (settled) means.settle(people!);
          return [...new Set(means.open().map((mean) => heldBy(mean, [base!, people!])))].sort();
        };
        const isNarrow = (group: Group) => {
          const [one, two] = [meanOf(rows, group), meanOf(other, group)];
          return two.known > 0 && Math.abs(one.mean - two.mean) < width - 1e-9;
        };
        expect(listed(false)).toEqual([...new Set(few.map(told))].sort());
        expect(listed(true)).toEqual([...new Set(few.filter(isNarrow).map(told))].sort());
      }),
      {numRuns: runs({usual: 80, long: 4_000})},
    );
  });

  test("are none where the policy asks nothing of them, or no mean is printed", () => {
    const rows = [...alike(6, "men kent 20"), ...alike(2, "women kent 31")];
    const open = (release: Release) => new MeansOfFew(publicationOf(release, rows)).open();
    expect(open(releaseOf(["", "sex=men"], rows)).length).toBeGreaterThan(0);
    expect(open(releaseOf(["sex=women"], rows))).toEqual([]);
    expect(open(releaseOf(["", "sex=men"], rows, {meanNeeds: needs}))).toEqual([]);
  });
});

describe("a certificate leaves the mean of few open", () => {
  const rows = [...alike(4, "men kent 31"), "men kent 24", "men kent 20", "women kent 24", "women kent 31"];
  const release = releaseOf([""], rows);
  const few = "mean of age of people [sex=women]";
  const [age, young, old] = [2, 0, 2];
  const check = (changes: readonly (readonly number[])[]) =>
    checkPeople(
      [release],
      smallCertificate(
        peopleOf(rows),
        changes.map((own) => ({changes: [[...own]]})),
      ),
      {unsafe: new Set(), tooFew: new Set()},
    );

  test("where no other population is told", () => {
    expect(check([])).toMatchObject({holds: false, faults: []});
    expect(check([]).open).toContain(few);
  });

  test("where two women's ages are exchanged for ones too near", () => {
    expect(check([[6, age, old, 0, age, 1]]).open).toContain(few);
  });

  test("until populations differ by the width: one woman is 20, and then both are 31", () => {
    const younger = [6, age, young, 5, age, 1];
    const older = [6, age, old, 0, age, 1];
    expect(check([younger, older]).open).not.toContain(few);
    expect(check([younger]).open).toContain(few);
  });
});
