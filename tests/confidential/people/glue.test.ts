import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {CliqueTable} from "../../../src/confidential/people/CliqueTable.ts";
import {glue, type CellMove, type RecordChanges} from "../../../src/confidential/people/glue.ts";
import {Scheme} from "../../../src/confidential/people/Scheme.ts";
import {runs} from "../../invariants/runs.ts";
import {randomRecords, recordsOf, tableOf, type RandomRecords} from "./randomRecords.ts";

/** Records, and whom the move leads to: other records, as many. */
const moves = randomRecords.chain((one) =>
  fc.record({
    one: fc.constant(one),
    others: fc.array(fc.tuple(...one.sizes.map((size) => fc.nat({max: size - 1}))), {
      minLength: one.rows.length,
      maxLength: one.rows.length,
    }),
  }),
);

/** The changes of records that lead from the tables of some to those of others. */
function glued(
  {sizes, edges, rows}: RandomRecords,
  others: readonly (readonly number[])[],
): {scheme: Scheme; changes: RecordChanges | undefined} {
  const records = recordsOf({sizes, rows});
  const scheme = new Scheme(sizes, edges);
  const tables = scheme.cliques.map(({columns}) => new CliqueTable(records, columns, []));
  const move: CellMove = new Map(
    tables.map((table, clique) => {
      const [before, after] = [tableOf(rows, table.columns), tableOf(others, table.columns)];
      const changes = table.cells.map(
        ({values}, cell) => [cell, (after[values.join()] ?? 0) - (before[values.join()] ?? 0)] as const,
      );
      return [clique, new Map(changes.filter(([, change]) => change !== 0))] as const;
    }),
  );
  return {scheme, changes: glue({records, scheme, tables, move})};
}

function changed(rows: readonly (readonly number[])[], changes: RecordChanges): readonly (readonly number[])[] {
  return rows.map((row, at) => row.map((value, column) => changes.get(at)?.get(column) ?? value));
}

describe("gluing tables to records", () => {
  test("gives people who have exactly these tables, whatever whole population the tables are of", () => {
    fc.assert(
      fc.property(moves, ({one, others}) => {
        const {scheme, changes} = glued(one, others);
        expect(changes).toBeDefined();
        const people = changed(one.rows, changes!);
        for (const {columns} of scheme.cliques) expect(tableOf(people, columns)).toEqual(tableOf(others, columns));
        for (const edge of one.edges) expect(tableOf(people, edge)).toEqual(tableOf(others, edge));
      }),
      {numRuns: runs({usual: 300, long: 20_000})},
    );
  });

  test("changes nobody where the tables stay, and tells of no value that a record has already", () => {
    fc.assert(
      fc.property(moves, ({one, others}) => {
        expect(glued(one, one.rows).changes).toEqual(new Map());
        for (const [row, values] of glued(one, others).changes!) {
          expect(values.size).toBeGreaterThan(0);
          for (const [column, value] of values) expect(value).not.toBe(one.rows[row]![column]);
        }
      }),
      {numRuns: runs({usual: 100, long: 5_000})},
    );
  });

  test("is refused where tables do not agree on what they share", () => {
    const one: RandomRecords = {sizes: [2, 2, 2], edges: [[0, 1], [1, 2]], rows: [[0, 0, 0], [1, 1, 1]]}; // prettier-ignore
    const records = recordsOf(one);
    const scheme = new Scheme(one.sizes, one.edges);
    const tables = scheme.cliques.map(({columns}) => new CliqueTable(records, columns, []));
    const first = tables.findIndex(({columns}) => columns.join() === "0,1");
    const second = tables.findIndex(({columns}) => columns.join() === "1,2");
    const moved = (table: number, from: string, to: string) => new Map([
      [tables[table]!.find(from.split(",").map(Number))!, -1],
      [tables[table]!.find(to.split(",").map(Number))!, 1],
    ]); // prettier-ignore
    const move = new Map([[first, moved(first, "0,0", "0,1")], [second, moved(second, "1,1", "0,1")]]); // prettier-ignore
    expect(glue({records, scheme, tables, move})).toBeUndefined();
  });

  test("is refused where a cell would lose more people than it has", () => {
    const one: RandomRecords = {sizes: [2], edges: [[0]], rows: [[0], [1]]};
    const records = recordsOf(one);
    const scheme = new Scheme(one.sizes, one.edges);
    const tables = [new CliqueTable(records, [0], [])];
    expect(glue({records, scheme, tables, move: new Map([[0, new Map([[0, -2], [1, 2]])]])})).toBeUndefined(); // prettier-ignore
  });
});
