import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {Scheme} from "../../../src/confidential/people/Scheme.ts";
import {runs} from "../../invariants/runs.ts";

/** Sizes of columns, and the sets of them that are looked at together. */
const hypergraphs = fc.integer({min: 1, max: 12}).chain((columns) =>
  fc.record({
    sizes: fc.array(fc.integer({min: 1, max: 40}), {minLength: columns, maxLength: columns}),
    edges: fc.array(fc.uniqueArray(fc.nat({max: columns - 1}), {minLength: 1, maxLength: 4}), {maxLength: 14}),
  }),
);
const many = {numRuns: runs({usual: 300, long: 20_000})};

/** The cliques that can be reached from one through cliques that hold a column. */
function hangingTogether({cliques}: Scheme, start: number, column: number): ReadonlySet<number> {
  const reached = new Set([start]);
  for (const at of reached) {
    for (const {clique} of cliques[at]!.beside) if (cliques[clique]!.columns.includes(column)) reached.add(clique);
  }
  return reached;
}

describe("a scheme puts columns together so that", () => {
  test("every set that is looked at together lies in one clique", () => {
    fc.assert(
      fc.property(hypergraphs, ({sizes, edges}) => {
        const scheme = new Scheme(sizes, edges);
        for (const edge of edges) {
          const clique = scheme.cliques[scheme.holding(edge)!]!;
          expect(edge.filter((column) => !clique.columns.includes(column))).toEqual([]);
        }
      }),
      many,
    );
  });

  test("the cliques that hold a column hang together, and every column has one", () => {
    fc.assert(
      fc.property(hypergraphs, ({sizes, edges}) => {
        const scheme = new Scheme(sizes, edges);
        for (const column of sizes.keys()) {
          const holding = [...scheme.cliques.keys()].filter((at) => scheme.cliques[at]!.columns.includes(column));
          expect(holding).not.toEqual([]);
          expect([...hangingTogether(scheme, holding[0]!, column)].sort((a, b) => a - b)).toEqual(holding);
        }
      }),
      many,
    );
  });

  test("neighbours share what both hold, told alike from either side, and no way leads round", () => {
    fc.assert(
      fc.property(hypergraphs, ({sizes, edges}) => {
        const {cliques} = new Scheme(sizes, edges);
        const links = cliques.flatMap(({columns, beside}, at) =>
          beside.map(({clique, shared}) => {
            expect(shared).toEqual(columns.filter((column) => cliques[clique]!.columns.includes(column)));
            return [at, clique].sort((a, b) => a - b).join();
          }),
        );
        expect(links.length).toBe(2 * new Set(links).size);
        expect(new Set(links).size).toBeLessThan(cliques.length);
      }),
      many,
    );
  });

  test("no clique lies in another", () => {
    fc.assert(
      fc.property(hypergraphs, ({sizes, edges}) => {
        const {cliques} = new Scheme(sizes, edges);
        const isInside = (one: readonly number[], other: readonly number[]) =>
          one.every((column) => other.includes(column));
        const inside = cliques.filter(({columns}, at) =>
          cliques.some((other, to) => to !== at && isInside(columns, other.columns)),
        );
        expect(inside).toEqual([]);
      }),
      many,
    );
  });
});

test("tables that meet in a tree are left as they are", () => {
  const {cliques} = new Scheme([2, 3, 4, 5], [[0, 1], [1, 2], [2, 3]]); // prettier-ignore
  expect(cliques.map(({columns}) => columns.join()).sort()).toEqual(["0,1", "1,2", "2,3"]);
});

test("three tables round in a ring become one clique", () => {
  const {cliques} = new Scheme([2, 2, 2], [[0, 1], [1, 2], [0, 2]]); // prettier-ignore
  expect(cliques.map(({columns}) => columns)).toEqual([[0, 1, 2]]);
});

test("columns that nothing ties together are not joined, and no clique holds them together", () => {
  const scheme = new Scheme([2, 2], []);
  expect(scheme.cliques).toEqual([
    {columns: [0], beside: []},
    {columns: [1], beside: []},
  ]);
  expect(scheme.holding([0, 1])).toBeUndefined();
});
