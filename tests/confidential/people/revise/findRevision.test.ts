import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {statementsOn, type Definitions, type People} from "../../../../src/audit/index.ts";
import {countQuantities} from "../../../../src/audit/population/quantity.ts";
import {defineRevision} from "../../../../src/confidential/people/revise/defineRevision.ts";
import {findRevision} from "../../../../src/confidential/people/revise/findRevision.ts";
import type {Release} from "../../../../src/release/index.ts";
import {loadSolver} from "../../../../src/solver/index.ts";
import {smallDefinitions, smallRecords, type SmallPeople} from "../../../audit/people/smallPeople.ts";
import {count, tinyRelease} from "../../../audit/tinyRelease.ts";
import {runs} from "../../../invariants/runs.ts";

/** Many questions with many answers, asked two by two round a ring: too many combinations to list. */
const questions = Array.from({length: 12}, (_, at) => `q${String(at)}`);
const answers = Array.from({length: 9}, (_, at) => `a${String(at)}`);
const columns = Object.fromEntries(questions.map((question) => [question, answers]));
const variables = columns;
const many = 1_500;

type Row = readonly number[];

/** Records whose answers hang together, as those of people do. */
function drawRows(size: number, seed: number): Row[] {
  let state = seed;
  const below = (most: number): number => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * most);
  };
  return Array.from({length: size}, () => {
    const kind = below(answers.length);
    return questions.map(() => (below(3) === 0 ? below(answers.length) : kind));
  });
}

const peopleOf = (rows: readonly Row[]): SmallPeople => ({columns, rows: rows.map((row) => row.map((at) => answers[at]).join(" "))}); // prettier-ignore

/** The edition that prints every count of five and more, and withholds the others. */
function editionOf(rows: readonly Row[]): Release {
  const pairs = questions.map((_, at) => [at, (at + 1) % questions.length] as const);
  const cellOf = (place: string, value: number) => count("people", place, value > 0 && value < 5 ? "c" : value);
  const total = cellOf("", rows.length);
  const cells = pairs.flatMap(([one, two]) =>
    answers.flatMap((a, first) =>
      answers.map((b, second) => {
        const value = rows.filter((row) => row[one] === first && row[two] === second).length;
        return cellOf(`${questions[one] ?? ""}=${a},${questions[two] ?? ""}=${b}`, value);
      }),
    ),
  );
  return tinyRelease({variables, counts: {}, cells: [total, ...cells]});
}

interface Corrected {
  readonly definitions: Definitions;
  readonly people: People;
  readonly releases: readonly [Release, Release];
}

function correct(before: readonly Row[], now: readonly Row[]): Corrected {
  const small = peopleOf(now);
  const {sources, editions} = smallDefinitions(small);
  const definitions = {sources, editions: [...editions, ...editions]};
  return {definitions, people: smallRecords(small), releases: [editionOf(now), editionOf(before)]};
}

async function correctionsOf(task: Corrected): Promise<number | undefined> {
  const found = findRevision({...task, solver: await loadSolver(), editions: [1]});
  if (found === undefined) return undefined;
  const then = defineRevision(task, {editions: [1], sources: found});
  const statements = statementsOn(task.releases, then.definitions, {tooFew: new Set(), base: then.people});
  const values = countQuantities(then.people, statements);
  const isTold = statements.every(({lower, upper}, at) => lower <= values[at]! && values[at]! <= upper);
  expect(isTold, "the corrected records give what the edition before says").toBe(true);
  return found.reduce((sum, {corrected, gone}) => sum + corrected.size + gone.length, 0);
}

const before = drawRows(many, 1);
const other = (row: Row, question: number): Row => row.with(question, ((row[question] ?? 0) + 4) % answers.length);

describe("of many records, few corrections are found:", () => {
  test.each([
    ["one that went", before.toSpliced(7, 1), 1],
    ["one that came", [...before, before[40]!], 1],
    ["one that answered otherwise", before.with(11, other(before[11]!, 5)), 1],
    ["three that went", before.toSpliced(100, 3), 3],
    ["one that went, and one that came", [...before.toSpliced(465, 1), before[697]!], 4],
    ["one of each", [...before.with(11, other(before[11]!, 2)).toSpliced(700, 1), before[3]!], 3],
  ])("%s", async (_, now, most) => {
    const found = await correctionsOf(correct(before, now));
    expect(found).toBeGreaterThan(0);
    expect(found).toBeLessThanOrEqual(most);
  });

  test("none where counts differ by more than so many can", async () => {
    const all = before.map((row, at) => (at % 20 === 0 ? other(row, 0) : row));
    expect(await correctionsOf(correct(before, all))).toBeUndefined();
  });

  test("whichever they are, some that a revision may have", async () => {
    const step = fc.tuple(fc.nat(many - 10), fc.nat(questions.length - 1), fc.constantFrom("went", "came", "answered"));
    await fc.assert(
      fc.asyncProperty(fc.array(step, {minLength: 1, maxLength: 4}), async (steps) => {
        const now = steps.reduce<readonly Row[]>((rows, [row, question, kind]) => {
          if (kind === "went") return rows.toSpliced(row, 1);
          return kind === "came" ? [...rows, before[row]!] : rows.with(row, other(rows[row]!, question));
        }, before);
        const task = correct(before, now);
        const found = await correctionsOf(task);
        expect(found, "found").toBeDefined();
        expect(found).toBeLessThanOrEqual(25);
      }),
      {numRuns: runs({usual: 3, long: 200})},
    );
  });
});
