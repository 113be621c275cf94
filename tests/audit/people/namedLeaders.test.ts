import fc from "fast-check";
import {expect, test} from "vitest";
import {CountedRecords} from "../../../src/audit/people/CountedRecords.ts";
import {NamedGroups} from "../../../src/audit/people/NamedGroups.ts";
import {NamedLeaders} from "../../../src/audit/people/NamedLeaders.ts";
import {weightOf} from "../../../src/audit/index.ts";
import {runs} from "../../invariants/runs.ts";
import {smallDefinitions, smallRecords, type SmallPeople} from "./smallPeople.ts";

const columns = {sex: ["women", "men", "none"], area: ["kent", "surrey", "sussex"], fines: ["0", "1", "2", "7"]};
const numbers = [0, 1, 2, 7];
const row = fc.tuple(...Object.values(columns).map((values) => fc.constantFrom(...values))).map((words) => words.join(" ")); // prettier-ignore

test("who leads among those who gave two answers, and among everybody but them, is what looking at each record finds", () => {
  fc.assert(
    fc.property(fc.array(row, {minLength: 1, maxLength: 14, size: "max"}), (rows) => {
      const small: SmallPeople = {columns, rows};
      const {sources, editions} = smallDefinitions(small);
      const population = {definition: editions[0]!.populations[0]!, source: sources[0]!};
      const people = smallRecords(small);
      const named = new NamedGroups(population, 2);
      const records = CountedRecords.of(population, people)!;
      for (const pair of named.columnPairs()) {
        const led = new NamedLeaders(named, records, {columns: pair, numbers: records.weightsBy(2, numbers)});
        for (const answers of named.on(pair)) {
          for (const isBut of [false, true]) {
            const {parts} = named.group(answers, isBut ? "but" : "all");
            const own = rows.flatMap((_, at) => {
              const value = (column: number) => people[0]!.columns[column]![at]!;
              return parts.reduce((sum, part) => sum + weightOf(part, value), 0) === 0 ? [] : [numbers[value(2)]!];
            });
            const [first = 0, second = 0] = own.toSorted((a, b) => b - a);
            const contributors = own.filter((one) => one > 0).length;
            expect(led.of(answers, isBut)).toEqual({first, second, contributors});
          }
        }
      }
    }),
    {numRuns: runs({usual: 60, long: 2_000})},
  );
});
