import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {completeRecords, countQuantities, statementsOn, type People} from "../../../src/audit/index.ts";
import {mergeValues} from "../../../src/confidential/people/mergeValues.ts";
import {runs} from "../../invariants/runs.ts";
import {peopleOf, places, printing, rowsUpTo} from "../../audit/people/manyPeople.ts";
import {alike, smallDefinitions, smallRecords, type SmallPeople} from "../../audit/people/smallPeople.ts";

/** People and their definitions with values that nothing tells apart made one. */
function merged(small: SmallPeople) {
  const definitions = smallDefinitions(small);
  const own = smallRecords(small).map(({columns, definition}) => columns.slice(0, definition.columns.length));
  const {definitions: fewer, values} = mergeValues(definitions, own);
  const people: People = values.map((columns, at) => completeRecords(fewer.sources[at]!, columns));
  return {definitions: fewer, people};
}

describe("values that nothing tells apart are one:", () => {
  const small: SmallPeople = {
    columns: {area: ["kent", "surrey", "leeds", "hull"]},
    rows: [...alike(2, "kent"), ...alike(3, "leeds"), ...alike(4, "hull")],
    population: {variables: {south: {column: 0, categories: {yes: [0, 1], no: [2, 3]}}}},
  };

  test("two towns of one region, where the region alone is asked", () => {
    const {definitions, people} = merged(small);
    expect(definitions.sources[0]!.columns).toEqual([{name: "area", values: ["kent", "leeds"]}]);
    expect(definitions.editions[0]!.populations[0]!.variables).toEqual({
      south: {column: 0, categories: {yes: [0], no: [1]}},
    });
    expect([...people[0]!.columns[0]!]).toEqual([0, 0, 1, 1, 1, 1, 1, 1, 1]);
  });

  test("but not where a fault, a number, a rule or who is counted tells them apart", () => {
    const told: readonly Partial<SmallPeople>[] = [
      {
        populations: [
          {name: "faults", source: 0, variables: {}, faults: [{at: {rule: "unlisted"}, column: 0, values: [3]}]},
        ],
      },
      {populations: [{name: "old", source: 0, variables: {age: {column: 0, categories: {}, numbers: [1, 1, 2, 3]}}}]},
      {populations: [{name: "few", source: 0, variables: {}, counted: [{column: 0, values: [3]}]}]},
      {impossible: [{columns: [0, 0], values: [[2, 3]]}]},
    ];
    for (const one of told)
      expect(merged({...small, ...one}).definitions.sources[0]!.columns[0]!.values.length).toBe(3);
  });

  test("and every place that a report can ask keeps its count", () => {
    fc.assert(
      fc.property(rowsUpTo(20), (rows) => {
        const small = peopleOf(rows);
        const release = printing(places, rows, 5);
        const count = (people: People, definitions: ReturnType<typeof smallDefinitions>) => [
          ...countQuantities(people, statementsOn([release], definitions, {tooFew: new Set(), base: people})),
        ];
        const {definitions, people} = merged(small);
        expect(count(people, definitions)).toEqual(count(smallRecords(small), smallDefinitions(small)));
      }),
      {numRuns: runs({usual: 60, long: 2_000})},
    );
  });
});
