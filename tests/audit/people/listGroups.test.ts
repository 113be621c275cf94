import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {
  statementsOn,
  weightOf,
  type ListedGroup,
  type ListedPublication,
  type People,
  type Watch,
} from "../../../src/audit/index.ts";
import type {Release} from "../../../src/release/index.ts";
import {isSmall} from "../../../src/audit/people/listed.ts";
import {listOverlaps} from "../../../src/audit/people/listOverlaps.ts";
import {listPairs} from "../../../src/audit/people/listPairs.ts";
import {listRests} from "../../../src/audit/people/listRests.ts";
import {listGroups} from "../../../src/audit/people/listGroups.ts";
import {runs} from "../../invariants/runs.ts";
import {isAt, peopleOf, places, printing, questions, rowsUpTo} from "./manyPeople.ts";
import {smallDefinitions, smallRecords} from "./smallPeople.ts";

const threshold = 3;

/** Some people, others as many, and the places whose counts are printed. */
const publications = fc
  .record({rows: rowsUpTo(14), turn: fc.nat({max: 13}), asked: fc.subarray([...places], {maxLength: 20})})
  .map(({rows, turn, asked}) => ({
    rows,
    turn,
    shown: asked.filter((place) => isPrinted(rows.filter((record) => isAt(record, place)).length)),
  }));

/** Small counts are never printed. */
function isPrinted(size: number): boolean {
  return !isSmall(size, threshold);
}

/** A release with the people whom it counts. */
function publicationOf(release: Release, rows: readonly string[]): ListedPublication {
  const [releases, definitions, base] = [[release], smallDefinitions(peopleOf(rows)), smallRecords(peopleOf(rows))];
  return {releases, definitions, base, statements: statementsOn(releases, definitions, {tooFew: new Set(), base})};
}

type Group = (record: string) => boolean;

interface Case {
  readonly rows: readonly string[];
  readonly turn: number;
  readonly shown: readonly string[];
}

/** Other people: the second answers turned by some places. */
function others({rows, turn}: Case): readonly string[] {
  const words = rows.map((record) => record.split(" "));
  return words.map(([main, , wants], at) => [main, words[(at + turn) % words.length]?.[1], wants].join(" "));
}

/** Which of all records, of both populations, a listed group holds. */
function heldBy({parts}: ListedGroup, populations: readonly People[]): string {
  return populations
    .map(([records]) =>
      Array.from({length: records!.size}, (_, row) =>
        String(parts.reduce((sum, part) => sum + weightOf(part, (column) => records!.columns[column]![row]!), 0)),
      ).join(""),
    )
    .join(" ");
}

function expectListed(list: typeof listPairs, wantedOf: (one: Case) => readonly Group[]): void {
  fc.assert(
    fc.property(publications, (one) => {
      const release = printing(one.shown, one.rows, threshold);
      const populations = [one.rows, others(one)];
      const [base, other] = populations.map((rows) => smallRecords(peopleOf(rows)));
      const watch: Watch = list(publicationOf(release, one.rows), threshold);
      const told = (group: Group) =>
        populations.map((rows) => rows.map((record) => (group(record) ? "1" : "0")).join("")).join(" ");
      const size = (group: Group, at: number) => populations[at]!.filter(group).length;
      const few = wantedOf(one).filter((group) => isSmall(size(group, 0), threshold));
      const names = () => [...new Set(watch.open().map((group) => heldBy(group, [base!, other!])))].sort();
      expect(names()).toEqual([...new Set(few.map(told))].sort());
      watch.settle(other!);
      const same = few.filter((group) => size(group, 0) === size(group, 1));
      expect(names()).toEqual([...new Set(same.map(told))].sort());
    }),
    {numRuns: runs({usual: 60, long: 3_000})},
  );
}

const at =
  (place: string): Group =>
  (record) =>
    isAt(record, place);
const not =
  (group: Group): Group =>
  (record) =>
    !group(record);
const both =
  (one: Group, other: Group): Group =>
  (record) =>
    one(record) && other(record);

describe("counting every group of all people by hand finds as open", () => {
  test("the few whom at most two answers name, everybody but few, and the few who gave neither of two", () => {
    const answered = [...places.slice(1), "wants=advice,wants=beds"];
    const none: Group = (record) => !isAt(record, "wants=advice") && !isAt(record, "wants=beds");
    const singles = places.slice(1).filter((place) => !place.includes(","));
    const named = [...answered.map(at), none, ...singles.map((place) => both(none, at(place)))];
    const pairs = answered.map((place) => place.split(",")).filter(({length}) => length === 2);
    const neither = [...pairs.map((two) => two.map(at)), ...singles.map((place) => [none, at(place)])];
    const without = neither.map(([one, other]) => both(not(one!), not(other!)));
    expectListed(listPairs, () => [...named.flatMap((group) => [group, not(group)]), ...without]);
  });

  test("the few whom two printed counts share, and who are in one of them alone", () => {
    expectListed(listOverlaps, ({rows, shown}) => {
      const printed = shown.filter((place) => rows.some((record) => isAt(record, place))).map(at);
      return printed.flatMap((one) =>
        printed.flatMap((other) => [both(one, other), ...(rows.some(both(one, other)) ? [both(one, not(other))] : [])]),
      );
    });
  });

  test("the few whom the printed parts of a line leave over, and those of them whom a further question leaves over", () => {
    expectListed(listRests, ({shown}) => shown.flatMap((line) => restsOf(line, shown)));
  });
});

/** What a line leaves over, by each question and by two. */
function restsOf(line: string, shown: readonly string[]): readonly Group[] {
  const dividing = questions.filter(([name]) => name !== "wants" && !line.includes(`${name}=`));
  return dividing.flatMap(([name, answers]) => {
    const open = answers.filter((answer) => !isShown(`${line},${name}=${answer}`, shown));
    if (open.length === 0 || open.length === answers.length) return [];
    const within = open.map((answer) => `${line},${name}=${answer}`);
    const further = questions.filter(([other]) => other !== "wants" && other !== name && !line.includes(`${other}=`));
    const deeper = further.flatMap(([other, own]) => {
      const left = within.map((place) => ({
        place,
        printed: own.map((answer) => `${place},${other}=${answer}`).filter((one) => isShown(one, shown)),
      }));
      if (left.every(({printed}) => printed.length === 0)) return [];
      return [
        (record: string) =>
          left.some(({place, printed}) => isAt(record, place) && !printed.some((one) => isAt(record, one))),
      ];
    });
    return [(record: string) => within.some((place) => isAt(record, place)), ...deeper];
  });
}

function isShown(place: string, shown: readonly string[]): boolean {
  const inOrder = (text: string) => text.split(",").filter(Boolean).sort().join();
  return shown.some((one) => inOrder(one) === inOrder(place));
}

test("a group that several lists name is asked once", () => {
  const rows = ["heroin other advice", "crack heroin beds", "crack other beds"];
  const release = printing(["", "main=heroin"], rows, threshold);
  const watch = listGroups(publicationOf(release, rows));
  const terms = watch
    .open()
    .map(({parts}) =>
      JSON.stringify(parts.map((part) => [part.sign, part.terms.map(({column, mask}) => [column, ...mask])])),
    );
  expect(terms.length).toBeGreaterThan(0);
  expect(new Set(terms).size).toBe(terms.length);
});

test("a count that is printed by no release is in no overlap, whoever else is few", () => {
  const rows = ["heroin other advice", "crack heroin beds", "crack other beds"];
  const publication = publicationOf(printing([], rows, threshold), rows);
  expect(listOverlaps(publication, threshold).open()).toEqual([]);
  expect(listRests(publication, threshold).open()).toEqual([]);
});
