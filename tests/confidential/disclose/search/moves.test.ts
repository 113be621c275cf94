import fc from "fast-check";
import {expect, test} from "vitest";
import type {Push} from "../../../../src/confidential/disclose/search/countModel.ts";
import {lackOf} from "../../../../src/confidential/disclose/search/lackOf.ts";
import {LinearDefence} from "../../../../src/confidential/disclose/search/LinearDefence.ts";
import {MovePool} from "../../../../src/confidential/disclose/search/MovePool.ts";
import {MoveProgram} from "../../../../src/confidential/disclose/search/MoveProgram.ts";
import {MoveSearch} from "../../../../src/confidential/disclose/search/MoveSearch.ts";
import {pushWhole} from "../../../../src/confidential/disclose/search/pushWhole.ts";
import {roomOf} from "../../../../src/confidential/disclose/search/roomOf.ts";
import {webOf} from "../../../../src/confidential/disclose/search/webOf.ts";
import {loadSolver} from "../../../../src/solver/index.ts";
import {possibleValues} from "./enumerate.ts";
import {fewValues, isPossible, smallPattern, smallProtection, type SmallPattern} from "./smallPattern.ts";

const change = fc.constantFrom<1 | -1>(1, -1);
const units = fc.constantFrom(1, 2);

function roomsOf({model}: SmallPattern) {
  return model.cells.map((cell) => roomOf(cell, smallProtection));
}

function valuesOf({model, withheld}: SmallPattern, cell: number): ReadonlySet<number> {
  return possibleValues(model, withheld, {cell, ...fewValues});
}

/** Whether the cell can have the value that the push asks for, by trying all tables. */
function canBe(pattern: SmallPattern, push: Push): boolean {
  const {count = 0} = pattern.model.cells[push.cell] ?? {};
  return valuesOf(pattern, push.cell).has(count + push.change * push.units);
}

function searchOf(pattern: SmallPattern): MoveSearch {
  const search = new MoveSearch(webOf(pattern.model), roomsOf(pattern));
  for (const cell of pattern.withheld) search.open(cell);
  return search;
}

test("a move that the search finds is possible, and what it calls impossible is", () => {
  fc.assert(
    fc.property(smallPattern, change, units, (pattern, direction, most) => {
      const search = searchOf(pattern);
      for (const cell of pattern.withheld) {
        const push = {cell, change: direction, units: most};
        const answer = search.find(push);
        if (answer === "unknown") continue;
        expect(answer !== "impossible").toBe(canBe(pattern, push));
        if (answer === "impossible") continue;
        expect(answer.get(cell)).toBe(direction * most);
        expect(isPossible(pattern, answer)).toBe(true);
      }
    }),
    {numRuns: 150},
  );
});

test("the search does not pass through a cell that was closed again", () => {
  fc.assert(
    fc.property(smallPattern, change, (pattern, direction) => {
      const search = searchOf(pattern);
      const [closed = -1, ...open] = pattern.withheld;
      search.close(closed);
      for (const cell of open) {
        const answer = search.find({cell, change: direction, units: 1});
        if (typeof answer !== "string") expect(isPossible({...pattern, withheld: new Set(open)}, answer)).toBe(true);
      }
    }),
    {numRuns: 100},
  );
});

test("branching on fractions finds a whole move where there is one, and none where there is none", async () => {
  const solver = await loadSolver();
  fc.assert(
    fc.property(smallPattern, change, units, (pattern, direction, most) => {
      const program = new MoveProgram(solver, webOf(pattern.model), [...pattern.withheld]);
      const rooms = roomsOf(pattern);
      for (const cell of pattern.withheld) program.open(cell, rooms[cell] ?? {rise: 0, fall: 0}, 1);
      for (const cell of pattern.withheld) {
        const push = {cell, change: direction, units: most};
        const move = pushWhole(program, push);
        expect(move !== undefined).toBe(canBe(pattern, push));
        if (move !== undefined) expect(isPossible(pattern, move)).toBe(true);
      }
      program[Symbol.dispose]();
    }),
    {numRuns: 30},
  );
});

test("a known move is offered for every cell it goes through, as often as it fits", () => {
  fc.assert(
    fc.property(smallPattern, change, units, (pattern, direction, most) => {
      const pool = new MovePool(roomsOf(pattern));
      const search = searchOf(pattern);
      const [closed = -1, ...open] = pattern.withheld;
      for (const cell of pattern.withheld) pool.open(cell);
      const moves = open.flatMap((cell) => {
        const answer = search.find({cell, change: direction, units: 1});
        return typeof answer === "string" ? [] : [answer];
      });
      for (const move of moves) pool.add(move);
      pool.close(closed);
      const left = {...pattern, withheld: new Set(open)};
      for (const cell of open) {
        const push = {cell, change: direction, units: most};
        const found = pool.find(push);
        const times = moves.map((move) => ({move, by: (direction * most) / (move.get(cell) ?? 0)}));
        const fits = times.some(({move, by}) => {
          const repeated = new Map([...move].map(([other, units]) => [other, units * by]));
          return Number.isInteger(by) && isPossible(left, repeated);
        });
        expect(found !== undefined).toBe(fits);
        if (found !== undefined) expect(isPossible(left, found)).toBe(true);
      }
    }),
    {numRuns: 150},
  );
});

test("how free a count is agrees with trying all tables, in three dimensions too", async () => {
  const solver = await loadSolver();
  fc.assert(
    fc.property(smallPattern, (pattern) => {
      using defence = new LinearDefence(solver, pattern.model, smallProtection);
      for (const cell of pattern.withheld) defence.withhold(cell);
      for (const cell of pattern.withheld) {
        const {count = 0} = pattern.model.cells[cell] ?? {};
        const values = valuesOf(pattern, cell);
        const reach = (direction: 1 | -1): number => {
          let reached = 0;
          while (values.has(count + direction * (reached + 1))) reached++;
          return reached;
        };
        const need = smallProtection.need(count);
        const freedom = defence.freedom(cell);
        expect(lackOf(freedom, need)).toBe(lackOf({up: reach(1), down: reach(-1)}, need));
        for (const move of freedom.moves) expect(isPossible(pattern, move)).toBe(true);
      }
    }),
    {numRuns: 60},
  );
});
