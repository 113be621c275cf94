import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {loadSolver, Program, usualLimits, type Manner, type ProgramData, type Row} from "../../src/solver/index.ts";

const solver = await loadSolver();

/** What the solver says of a program. */
function solve(data: ProgramData, sense: "least" | "most" = "least", manner: Manner = {}) {
  using program = new Program(solver, data, manner);
  return program.solve(sense);
}

function sum(columns: readonly number[], lower: number, upper: number): Row {
  return {columns, coefficients: columns.map(() => 1), lower, upper};
}

const two = {lower: [0, 0], upper: [10, 10], costs: [1, 2]};

describe("every state of the solver has one answer:", () => {
  test("the best value, with what each row and column is worth", () => {
    const answer = solve({...two, rows: [sum([0, 1], 12, Infinity)]});
    expect(answer).toMatchObject({status: "optimal", objective: 14, values: Float64Array.of(10, 2)});
    expect(answer).toMatchObject({rowDuals: Float64Array.of(2), reducedCosts: Float64Array.of(-1, 0)});
  });

  test("the greatest value", () => {
    expect(solve({...two, rows: [sum([0, 1], 0, 12)]}, "most")).toMatchObject({status: "optimal", objective: 22});
  });

  test("rows that cannot hold together are infeasible, and a sum of them shows it", () => {
    using program = new Program(solver, {...two, rows: [sum([0, 1], 3, 4), sum([0, 1], 5, 6)]});
    expect(program.solve()).toEqual({status: "infeasible"});
    const [first = 0, second = 0] = program.infeasibleSum() ?? [];
    // Weighted, the rows say that nothing, 0, is at least something above 0.
    expect(first + second).toBeCloseTo(0);
    expect(Math.sign(first)).toBe(-Math.sign(second));
    expect(first).not.toBe(0);
  });

  test("an aim without an end is unbounded", () => {
    expect(solve({lower: [0], upper: [Infinity], costs: [1], rows: []}, "most")).toEqual({status: "unbounded"});
  });

  test("a column whose least value is above its greatest is infeasible", () => {
    expect(solve({lower: [3], upper: [2], rows: []})).toEqual({status: "infeasible"});
  });

  test("whole values that fractions do not allow are infeasible", () => {
    const halves = {columns: [0, 1], coefficients: [2, 2], lower: 3, upper: 3};
    expect(solve({...two, rows: [halves], isWhole: () => true})).toEqual({status: "infeasible"});
    expect(solve({...two, rows: [halves]})).toMatchObject({status: "optimal", objective: 1.5});
  });

  test("no column and no row is an optimum of nothing", () => {
    expect(solve({lower: [], upper: [], rows: []})).toMatchObject({status: "optimal", objective: 0});
  });

  test("rows without columns are true of 0 or not", () => {
    expect(solve({lower: [], upper: [], rows: [sum([], 0, 1)]})).toMatchObject({status: "optimal", objective: 0});
    expect(solve({lower: [], upper: [], rows: [sum([], 1, 2)]})).toEqual({status: "infeasible"});
    expect(solve({...two, rows: [sum([], 1, 2)]})).toEqual({status: "infeasible"});
  });

  test("a number beyond the solver's range is undecided", () => {
    expect(solve({lower: [5e20], upper: [6e20], rows: []})).toEqual({status: "undecided"});
  });

  test("a change that the solver refuses leaves nothing to be believed", () => {
    using program = new Program(solver, {...two, rows: []});
    program.setBounds(0, 5e20, 6e20);
    program.setBounds(0, 0, 10);
    expect(program.solve()).toEqual({status: "undecided"});
  });
});

test("a column that a row names twice counts twice", () => {
  const twice = {columns: [0, 1, 0], coefficients: [1, 1, 1], lower: 6, upper: 6};
  expect(solve({...two, rows: [twice]}, "most")).toMatchObject({objective: 12});
  expect(solve({...two, rows: [twice], isWhole: () => true}, "least")).toMatchObject({objective: 3});
});

test("what is no program is refused as a fault of ours", () => {
  expect(() => solve({...two, rows: [sum([2], 0, 1)]})).toThrow("no column 2");
  expect(() => solve({...two, rows: [{columns: [0], coefficients: [NaN], lower: 0, upper: 1}]})).toThrow(RangeError);
  expect(() => solve({...two, lower: [0, NaN], rows: []})).toThrow(RangeError);
});

test("bounds, costs and rows change between questions", () => {
  using program = new Program(solver, {...two, rows: [sum([0, 1], 4, Infinity)]});
  expect(program.solve()).toMatchObject({objective: 4});
  program.setBounds(0, 0, 1);
  expect(program.solve()).toMatchObject({objective: 7});
  program.setCost(1, 3);
  expect(program.solve()).toMatchObject({objective: 10});
  program.setAllBounds(Float64Array.of(0, 0), Float64Array.of(2, 10));
  expect(program.solve()).toMatchObject({objective: 8});
  program.addRow(sum([1], 3, Infinity));
  expect(program.solve()).toMatchObject({objective: 10});
});

/** Market splits: hard for branching, because their relaxations say nothing. */
function marketSplit(rows: number, columns: number): ProgramData {
  const coefficient = (row: number, column: number): number => (((row + 3) * 7919 + (column + 1) * 104_729) % 97) + 1;
  const places = Array.from({length: columns}, (_, column) => column);
  const splits = Array.from({length: rows}, (_, row): Row => {
    const coefficients = places.map((column) => coefficient(row, column) + ((row * column) % 13));
    const half = Math.floor(coefficients.reduce((all, one) => all + one, 0) / 2);
    return {columns: places, coefficients, lower: half, upper: half};
  });
  return {lower: places.map(() => 0), upper: places.map(() => 1), isWhole: () => true, rows: splits};
}

describe("effort ends by work:", () => {
  const chain: ProgramData = {
    lower: Array.from({length: 60}, () => 0),
    upper: Array.from({length: 60}, () => 9),
    costs: Array.from({length: 60}, (_, column) => 1 + (column % 7)),
    rows: Array.from({length: 59}, (_, at) => sum([at, at + 1, (at * 7) % 60], 5 + (at % 3), 12)),
  };

  test("a linear program that needs more steps than it may take is undecided", () => {
    expect(solve(chain)).toMatchObject({status: "optimal"});
    expect(solve(chain, "least", {limits: {...usualLimits, steps: 2}, isContinued: true}).status).toBe("undecided");
  });

  test("each question of one program has its steps to itself", () => {
    using program = new Program(solver, chain, {limits: {...usualLimits, steps: 200}});
    for (let time = 0; time < 30; time++) {
      program.setCost(time, time % 2 === 0 ? 50 : -50);
      expect(program.solve().status).toBe("optimal");
    }
  });

  test("an integer program ends at its branches, and at the steps of all the linear programs within it", () => {
    const split = marketSplit(4, 30);
    expect(solve(split, "least", {limits: {...usualLimits, branches: 3}}).status).toBe("undecided");
    expect(solve(split, "least", {limits: {steps: 500, branches: 1_000_000}}).status).toBe("undecided");
  });
});

const smallProgram = fc.integer({min: 1, max: 4}).chain((columns) => {
  const column = fc.integer({min: 0, max: columns - 1});
  const term = fc.tuple(column, fc.constantFrom(-1, 1, 2));
  const row = fc.tuple(fc.array(term, {minLength: 1, maxLength: 5}), fc.integer({min: -4, max: 8}), fc.nat(4));
  const each = <T>(one: fc.Arbitrary<T>): fc.Arbitrary<T[]> => fc.array(one, {minLength: columns, maxLength: columns});
  return fc.record({
    upper: each(fc.integer({min: 0, max: 4})),
    costs: each(fc.integer({min: -3, max: 3})),
    rows: fc.array(row, {maxLength: 4}),
  });
});

/** The least cost of all whole values, by trying each. */
function leastByTrying({upper, costs, rows}: ProgramData): number {
  const tuples = Array.from(upper).reduce<readonly (readonly number[])[]>(
    (all, most) => all.flatMap((one) => Array.from({length: most + 1}, (_, value) => [...one, value])),
    [[]],
  );
  const total = (columns: readonly number[], factors: ArrayLike<number>, values: readonly number[]): number =>
    columns.reduce((all, column, at) => all + factors[at]! * values[column]!, 0);
  const fitting = tuples.filter((values) =>
    rows.every(({columns, coefficients, lower, upper: most}) => {
      const value = total(columns, coefficients, values);
      return value >= lower && value <= most;
    }),
  );
  return Math.min(...fitting.map((values) => total([...values.keys()], costs ?? [], values)));
}

test("integer programs agree with trying all values, and the same program has the same answer each time", () => {
  fc.assert(
    fc.property(smallProgram, ({upper, costs, rows}) => {
      const data: ProgramData = {
        lower: upper.map(() => 0),
        upper,
        costs,
        isWhole: () => true,
        rows: rows.map(([terms, lower, width]) => ({
          columns: terms.map(([column]) => column),
          coefficients: terms.map(([, coefficient]) => coefficient),
          lower,
          upper: lower + width,
        })),
      };
      const answer = solve(data);
      const least = leastByTrying(data);
      if (least === Infinity) expect(answer).toEqual({status: "infeasible"});
      else expect(answer.status === "optimal" && Math.round(answer.objective)).toBe(least);
      expect(solve(data)).toEqual(answer);
    }),
    {numRuns: 200},
  );
});
