import {expect, test} from "vitest";
import {MeansOfFew, type MarkedCount} from "../../../src/audit/index.ts";
import {PeopleFound} from "../../../src/confidential/people/PeopleFound.ts";
import type {PeopleMoves, Search, SearchOptions} from "../../../src/confidential/people/PeopleMoves.ts";
import {PeopleSearch} from "../../../src/confidential/people/PeopleSearch.ts";
import {Statements} from "../../../src/confidential/people/Statements.ts";
import {Targets} from "../../../src/confidential/people/Targets.ts";
import {alike, smallDefinitions, smallRecords} from "../../audit/people/smallPeople.ts";
import {tinyRelease} from "../../audit/tinyRelease.ts";

const small = {
  columns: {sex: ["women", "men"], area: ["kent", "surrey"]},
  rows: [...alike(6, "women kent"), ...alike(6, "men kent"), ...alike(3, "men surrey"), ...alike(7, "women surrey")],
};

/** A search in which nobody is found who does without further cells, for this reason; one woman of Kent goes to Surrey then. */
async function searchWithout(free: Search) {
  const [definitions, base] = [smallDefinitions(small), smallRecords(small)];
  const counts = {"sex=women,area=kent": 6, "sex=men,area=surrey": "c", "sex=women,area=surrey": 7} as const;
  const releases = [tinyRelease({variables: small.columns, counts})];
  const statements = new Statements({releases, definitions, base, tooFew: new Set()});
  const sought = statements.held.find(({says}) => says === "marked")!;
  const count: MarkedCount = {name: sought.key, quantity: sought, needs: 2, aims: 2, enough: Infinity, isWorthCells: true}; // prettier-ignore
  const targets = new Targets(base, [count]);
  const means = new MeansOfFew({releases, definitions, base, statements: statements.held});
  const found = new PeopleFound({base, statements, targets, means});
  const broken = statements.held.filter(({says}) => says === "shown");
  const man = base[0]!.columns[0]!.findIndex((sex, row) => sex === 1 && base[0]!.columns[1]![row] === 1);
  const moves = {
    partOf: () => "-1",
    exchanges: () => [],
    find: (_: unknown, {mayWithhold}: SearchOptions): Search =>
      mayWithhold ? {changes: new Map([[man, new Map([[0, 0]])]]), broken} : free,
  };
  const search = new PeopleSearch({targets, found, moves: [moves as unknown as PeopleMoves]});
  await search.run();
  return {...search.result(), withheld: [...found.withheld.keys()]};
}

test("cells that a longer search might have spared are told", async () => {
  const {open, givenUp, withheld} = await searchWithout("undecided");
  expect(open).toEqual([]);
  expect(withheld).toHaveLength(2);
  expect([...givenUp].sort()).toEqual(withheld.toSorted());
});

test("those without which there are no other people are not", async () => {
  const {givenUp, withheld} = await searchWithout("none");
  expect([withheld.length, givenUp.size]).toEqual([2, 0]);
});
